#include "bench/html.h"

#include "bench/output.h"
#include "bench/png.h"

#include <string.h>
#include <unistd.h>

void html_escape(struct text *out, const char *raw)
{
    for (; *raw != '\0'; raw++) {
        switch (*raw) {
        case '&': text_add(out, "&amp;"); break;
        case '<': text_add(out, "&lt;"); break;
        case '>': text_add(out, "&gt;"); break;
        case '"': text_add(out, "&quot;"); break;
        default: text_add_char(out, *raw);
        }
    }
}

int html_picture(struct html_pictures *pictures, const char *file)
{
    for (int i = 0; i < pictures->count; i++) {
        if (strcmp(pictures->files[i], file) == 0) {
            return i;
        }
    }
    struct text path = {0};
    output_path(pictures->folder, file, &path);
    bool is_there = file[0] != '\0' && access(path.bytes, R_OK) == 0;
    text_free(&path);
    if (!is_there || pictures->count == HTML_PICTURES_MAX) {
        return -1;
    }
    pictures->files[pictures->count] = file;
    return pictures->count++;
}

void html_picture_rules(const struct html_pictures *pictures, struct text *out)
{
    struct text path = {0};
    for (int i = 0; i < pictures->count; i++) {
        struct text data = {0};
        output_path(pictures->folder, pictures->files[i], &path);
        if (png_add_data_uri(path.bytes, &data, NULL)) {
            text_format(out, ".p%d{background-image:url(%s)}\n", i, data.bytes);
        }
        text_free(&data);
    }
    text_free(&path);
}
