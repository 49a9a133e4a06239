#include "support/image_magick.h"

#include "base/text.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>

double image_magick_psnr(const char *path_a, const char *path_b)
{
    struct text command = {0};
    text_format(&command, "compare -metric PSNR '%s' '%s' null: 2>&1", path_a, path_b);
    FILE *pipe = popen(command.bytes, "r");
    text_free(&command);
    assert_non_null(pipe);
    char answer[100] = "";
    assert_non_null(fgets(answer, sizeof answer, pipe));
    pclose(pipe);
    char *end = answer;
    double psnr_db = strtod(answer, &end);
    assert_ptr_not_equal(end, answer);
    return psnr_db;
}
