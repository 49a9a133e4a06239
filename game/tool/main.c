#include "tool/tool.h"

int main(int argc, char **argv)
{
    struct tool tool = {.in = stdin, .out = stdout, .err = stderr};
    return (int)tool_run(&tool, argc, argv);
}
