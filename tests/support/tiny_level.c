#include "support/tiny_level.h"

const char tiny_level[] = "%% A test\n"
                          ":name=Test\n"
                          ":num_rabbits=2\n"
                          ":num_to_save=1\n"
                          ":rabbit_delay=2\n"
                          ":solution.1=5;until:WON\n"
                          "          \n"
                          " Q      O \n"
                          "##########\n";
