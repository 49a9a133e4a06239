/* What SDL 2.26 looks at, where and when: read in its sources (include/SDL_hints.h, src/render, src/video).
 */
#include "paint/hint_table.h"

enum { ALL = DRIVER_SOFTWARE | DRIVER_OPENGL | DRIVER_OPENGLES2, GL = DRIVER_OPENGL | DRIVER_OPENGLES2 };
enum {
    COPY = 1 << PATH_COPY,
    GEOMETRY = 1 << PATH_GEOMETRY,
    CACHED = 1 << PATH_CACHED,
    BLIT = 1 << PATH_BLIT,
    PICTURED = COPY | GEOMETRY | CACHED, /* those that draw pictures through the renderer */
    SCALING = COPY | GEOMETRY,           /* those that can stretch pictures in every frame */
    EVERY = PICTURED | BLIT
};

/* clang-format off */
const struct hint_info hint_table[HINT_COUNT] = {
    [HINT_SCALE_QUALITY] = {
        .name = "scale-quality", .sdl_name = "SDL_RENDER_SCALE_QUALITY",
        .values = {"nearest", "linear", "best"}, .sdl_default = "nearest",
        .kind = HINT_KIND_SDL, .time = HINT_BEFORE_TEXTURE, .drivers = ALL, .paths = SCALING,
        .how_set = "SDL_SetHint around each SDL_CreateTexture",
        .how_read = "SDL_GetTextureScaleMode of a texture",
        .positive = CONTROL_TILES_DOUBLE, .negative = CONTROL_TILES_NOMINAL, .java = JAVA_RENDERING,
        .note = "every driver treats best as linear; without scaling the software driver never looks"},
    [HINT_TEXTURE_SCALE_MODE] = {
        .name = "texture-scale-mode", .sdl_name = "SDL_SetTextureScaleMode",
        .values = {"nearest", "linear", "best"}, .sdl_default = "as SDL_RENDER_SCALE_QUALITY said",
        .kind = HINT_KIND_CALL, .time = HINT_AT_ONCE, .drivers = ALL, .paths = SCALING,
        .how_set = "SDL_SetTextureScaleMode on each texture",
        .how_read = "SDL_GetTextureScaleMode of a texture",
        .positive = CONTROL_TILES_DOUBLE, .negative = CONTROL_TILES_NOMINAL,
        .note = "overrides scale-quality; with the GL drivers it acts on draws that are still queued"},
    [HINT_BLEND] = {
        .name = "blend", .sdl_name = "SDL_SetTextureBlendMode",
        .values = {"blend", "none", "auto"}, .sdl_default = "blend",
        .kind = HINT_KIND_CALL, .time = HINT_AT_ONCE, .drivers = ALL, .paths = PICTURED,
        .how_set = "SDL_SetTextureBlendMode on each texture",
        .how_read = "SDL_GetTextureBlendMode of a texture",
        .positive = CONTROL_TILES_NOMINAL, .negative = CONTROL_LINES, .java = JAVA_ALPHA_INTERPOLATION,
        .note = "auto copies pictures that are opaque everywhere and blends the others: the same picture"},
    [HINT_TEXTURE_FORMAT] = {
        .name = "texture-format", .sdl_name = "SDL_CreateTexture format",
        .values = {"argb8888", "abgr8888", "rgba8888", "rgb888", "argb4444", "rgb565"},
        .sdl_values = {"SDL_PIXELFORMAT_ARGB8888", "SDL_PIXELFORMAT_ABGR8888", "SDL_PIXELFORMAT_RGBA8888",
                           "SDL_PIXELFORMAT_RGB888", "SDL_PIXELFORMAT_ARGB4444", "SDL_PIXELFORMAT_RGB565"},
        .sdl_default = "argb8888", .warren_default = "argb8888",
        .kind = HINT_KIND_CALL, .time = HINT_BEFORE_TEXTURE, .drivers = ALL, .paths = PICTURED,
        .how_set = "the format given to SDL_CreateTexture", .how_read = "SDL_QueryTexture",
        .positive = CONTROL_TILES_DOUBLE, .negative = CONTROL_LINES,
        .note = "rgb888 and rgb565 have no transparency; the software driver picks its loops by it"},
    [HINT_TEXTURE_ACCESS] = {
        .name = "texture-access", .sdl_name = "SDL_CreateTexture access",
        .values = {"static", "streaming", "target"}, .sdl_default = "static", .warren_default = "static",
        .kind = HINT_KIND_CALL, .time = HINT_BEFORE_TEXTURE, .drivers = ALL, .paths = PICTURED,
        .how_set = "the access given to SDL_CreateTexture", .how_read = "SDL_QueryTexture",
        .positive = CONTROL_NONE, .negative = CONTROL_TILES_NOMINAL,
        .note = "where pixels are kept for later changes; pictures are never changed"},
    [HINT_PICTURES] = {
        .name = "pictures", .sdl_name = "(Warren's own)",
        .values = {"nominal", "exact"}, .sdl_default = "nominal", .warren_default = "nominal",
        .kind = HINT_KIND_WARREN, .time = HINT_BEFORE_TEXTURE, .drivers = ALL, .paths = SCALING,
        .how_set = "the size that pictures are made in", .how_read = "SDL_QueryTexture",
        .positive = CONTROL_TILES_DOUBLE, .negative = CONTROL_TILES_NOMINAL,
        .note = "nominal: made once at 32 px a cell and stretched in every frame; exact: made for each zoom"},
    [HINT_BATCHING] = {
        .name = "batching", .sdl_name = "SDL_RENDER_BATCHING",
        .values = {"off", "on"}, .sdl_values = {"0", "1"},
        .sdl_default = "on only if SDL picked the driver itself", .warren_default = "on",
        .kind = HINT_KIND_SDL, .time = HINT_BEFORE_RENDERER, .drivers = ALL, .paths = PICTURED,
        .how_set = "SDL_SetHint before SDL_CreateRenderer",
        .how_read = "a pixel looked at behind the renderer's back before anything was flushed",
        .positive = CONTROL_MANY_QUADS, .negative = CONTROL_PRESENT,
        .note = "naming a driver turns it off, so Warren always says on or off"},
    [HINT_LINE_METHOD] = {
        .name = "line-method", .sdl_name = "SDL_RENDER_LINE_METHOD",
        .values = {"default", "points", "lines", "geometry"}, .sdl_values = {"0", "1", "2", "3"},
        .sdl_default = "default",
        .kind = HINT_KIND_SDL, .time = HINT_BEFORE_RENDERER, .drivers = ALL, .paths = 0,
        .how_set = "SDL_SetHint before SDL_CreateRenderer",
        .positive = CONTROL_LINES, .negative = CONTROL_TILES_NOMINAL,
        .note = "Warren's scenes hold no lines"},
    [HINT_VSYNC] = {
        .name = "vsync", .sdl_name = "SDL_RENDER_VSYNC",
        .values = {"off", "on"}, .sdl_values = {"0", "1"}, .sdl_default = "off",
        .kind = HINT_KIND_SDL, .time = HINT_BEFORE_RENDERER, .drivers = GL, .paths = EVERY,
        .how_set = "SDL_SetHint before SDL_CreateRenderer", .how_read = "SDL_GL_GetSwapInterval",
        .positive = CONTROL_PRESENT, .negative = CONTROL_NONE,
        .note = "the software driver reports the flag and does not wait; so do windows that nobody sees"},
    [HINT_GL_SHADERS] = {
        .name = "gl-shaders", .sdl_name = "SDL_RENDER_OPENGL_SHADERS",
        .values = {"off", "on"}, .sdl_values = {"0", "1"}, .sdl_default = "on",
        .kind = HINT_KIND_SDL, .time = HINT_BEFORE_RENDERER, .drivers = DRIVER_OPENGL, .paths = EVERY,
        .how_set = "SDL_SetHint before SDL_CreateRenderer", .how_read = "GL_CURRENT_PROGRAM after a draw",
        .positive = CONTROL_TILES_DOUBLE, .negative = CONTROL_NONE,
        .note = "off: the fixed pipeline"},
    [HINT_TEXCOORD_PRECISION] = {
        .name = "texcoord-precision", .sdl_name = "SDL_RENDER_OPENGLES2_TEXCOORD_PRECISION",
        .values = {"undefined", "medium", "high"}, .sdl_default = "high where there is a choice",
        .kind = HINT_KIND_SDL, .time = HINT_BEFORE_RENDERER, .drivers = DRIVER_OPENGLES2, .paths = EVERY,
        .how_set = "SDL_SetHint before SDL_CreateRenderer",
        .positive = CONTROL_NONE, .negative = CONTROL_TILES_NOMINAL,
        .note = "not in SDL_hints.h"},
    [HINT_LOGICAL_SIZE_MODE] = {
        .name = "logical-size-mode", .sdl_name = "SDL_RENDER_LOGICAL_SIZE_MODE",
        .values = {"letterbox", "overscan"}, .sdl_default = "letterbox",
        .kind = HINT_KIND_SDL, .time = HINT_AT_ONCE, .drivers = ALL, .paths = 0,
        .how_set = "SDL_SetHint before SDL_RenderSetLogicalSize",
        .positive = CONTROL_LOGICAL_SIZE, .negative = CONTROL_TILES_NOMINAL,
        .note = "Warren sets no logical size"},
    [HINT_FRAMEBUFFER_ACCELERATION] = {
        .name = "framebuffer-acceleration", .sdl_name = "SDL_FRAMEBUFFER_ACCELERATION",
        .values = {"off", "on"}, .sdl_values = {"0", "1"},
        .sdl_default = "tries every GL driver first", .warren_default = "off",
        .kind = HINT_KIND_SDL, .time = HINT_BEFORE_WINDOW, .drivers = DRIVER_SOFTWARE, .paths = EVERY,
        .how_set = "SDL_SetHint before the first window surface of the video device",
        .how_read = "the window's hidden texture (_SDL_WindowTextureData)",
        .positive = CONTROL_PRESENT, .negative = CONTROL_NONE,
        .note = "on: the software driver presents through a hidden GL renderer"},
    [HINT_MULTISAMPLE] = {
        .name = "multisample", .sdl_name = "SDL_GL_MULTISAMPLESAMPLES",
        .values = {"0", "2", "4", "8"}, .sdl_default = "0",
        .kind = HINT_KIND_GL_ATTRIBUTE, .time = HINT_BEFORE_WINDOW, .drivers = GL, .paths = EVERY,
        .how_set = "SDL_GL_SetAttribute before SDL_CreateWindow",
        .how_read = "SDL_GL_GetAttribute(SDL_GL_MULTISAMPLESAMPLES)",
        .positive = CONTROL_EDGES, .negative = CONTROL_NONE, .java = JAVA_ANTIALIASING,
        .note = "smooths edges of shapes; pictures have their edges inside"},
    [HINT_COLOUR_BITS] = {
        .name = "colour-bits", .sdl_name = "SDL_GL_RED_SIZE, SDL_GL_GREEN_SIZE, SDL_GL_BLUE_SIZE",
        .values = {"24", "16"}, .sdl_values = {"8 8 8", "5 6 5"}, .sdl_default = "at least 3 3 2",
        .kind = HINT_KIND_GL_ATTRIBUTE, .time = HINT_BEFORE_WINDOW, .drivers = GL, .paths = EVERY,
        .how_set = "SDL_GL_SetAttribute before SDL_CreateWindow",
        .how_read = "SDL_GL_GetAttribute(SDL_GL_RED_SIZE)",
        .positive = CONTROL_NONE, .negative = CONTROL_TILES_NOMINAL, .java = JAVA_COLOR_RENDERING,
        .note = "the least that is asked for: a deeper window satisfies it"},
    [HINT_GL_DOUBLE_BUFFER] = {
        .name = "gl-double-buffer", .sdl_name = "SDL_GL_DOUBLEBUFFER",
        .values = {"off", "on"}, .sdl_values = {"0", "1"}, .sdl_default = "on",
        .kind = HINT_KIND_GL_ATTRIBUTE, .time = HINT_BEFORE_WINDOW, .drivers = GL, .paths = EVERY,
        .how_set = "SDL_GL_SetAttribute before SDL_CreateWindow",
        .how_read = "SDL_GL_GetAttribute(SDL_GL_DOUBLEBUFFER)",
        .positive = CONTROL_PRESENT, .negative = CONTROL_NONE, .note = ""},
    [HINT_BYPASS_COMPOSITOR] = {
        .name = "bypass-compositor", .sdl_name = "SDL_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR",
        .values = {"off", "on"}, .sdl_values = {"0", "1"}, .sdl_default = "on",
        .kind = HINT_KIND_SDL, .time = HINT_BEFORE_WINDOW, .drivers = ALL, .paths = EVERY,
        .how_set = "SDL_SetHint before SDL_CreateWindow",
        .positive = CONTROL_NONE, .negative = CONTROL_TILES_NOMINAL,
        .note = "X11 only, and only if the window manager runs a compositor"},

    [HINT_RENDER_DRIVER] = {
        .name = "driver", .sdl_name = "SDL_RENDER_DRIVER",
        .values = {"software", "opengl", "opengles2"},
        .sdl_default = "opengl, opengles2, software: the first that opens",
        .kind = HINT_KIND_SDL, .time = HINT_BEFORE_RENDERER, .drivers = ALL, .paths = EVERY,
        .how_set = "by --driver: an index for SDL_CreateRenderer", .how_read = "SDL_GetRendererInfo",
        .positive = CONTROL_TILES_DOUBLE, .negative = CONTROL_NONE, .note = ""},
    [HINT_RENDER_SCALE] = {
        .name = "render-scale", .sdl_name = "SDL_RenderSetScale, SDL_RenderSetIntegerScale, viewport, clip",
        .sdl_default = "1", .kind = HINT_KIND_CALL, .time = HINT_AT_ONCE, .drivers = ALL, .paths = 0,
        .how_set = "not by Warren: its cameras scale", .how_read = "SDL_RenderGetScale",
        .positive = CONTROL_NONE, .negative = CONTROL_NONE,
        .note = "multiplies each rectangle: the same work as larger rectangles"},
    [HINT_COLOUR_MOD] = {
        .name = "colour-mod", .sdl_name = "SDL_SetTextureColorMod, SDL_SetTextureAlphaMod",
        .sdl_default = "none", .kind = HINT_KIND_CALL, .time = HINT_AT_ONCE, .drivers = ALL,
        .paths = PICTURED,
        .how_set = "by the tint of a scene's items", .how_read = "SDL_GetTextureColorMod of a texture",
        .positive = CONTROL_NONE, .negative = CONTROL_NONE,
        .note = "breaks batches of copies and makes the software driver take other loops"},
    [HINT_NV12_SHADER] = {
        .name = "nv12-shader", .sdl_name = "SDL_RENDER_OPENGL_NV12_RG_SHADER", .values = {"0", "1"},
        .sdl_default = "0", .kind = HINT_KIND_SDL, .time = HINT_BEFORE_TEXTURE,
        .drivers = DRIVER_OPENGL, .paths = 0,
        .how_set = "not by Warren", .positive = CONTROL_NONE, .negative = CONTROL_NONE,
        .note = "video pictures only"},
    [HINT_VIDEO_DOUBLE_BUFFER] = {
        .name = "video-double-buffer", .sdl_name = "SDL_VIDEO_DOUBLE_BUFFER", .values = {"0", "1"},
        .sdl_default = "0", .kind = HINT_KIND_SDL, .time = HINT_BEFORE_WINDOW, .drivers = GL,
        .paths = EVERY,
        .how_set = "not by Warren", .positive = CONTROL_NONE, .negative = CONTROL_NONE,
        .note = "kmsdrm and Raspberry Pi only"},
    [HINT_HIGHDPI_DISABLED] = {
        .name = "highdpi-disabled", .sdl_name = "SDL_VIDEO_HIGHDPI_DISABLED", .values = {"0", "1"},
        .sdl_default = "0", .kind = HINT_KIND_SDL, .time = HINT_BEFORE_WINDOW, .drivers = ALL,
        .paths = EVERY,
        .how_set = "not by Warren", .positive = CONTROL_NONE, .negative = CONTROL_NONE, .note = "not on X11"},
    [HINT_EGL_TRANSPARENCY] = {
        .name = "egl-transparency", .sdl_name = "SDL_VIDEO_EGL_ALLOW_TRANSPARENCY", .values = {"0", "1"},
        .sdl_default = "0", .kind = HINT_KIND_SDL, .time = HINT_BEFORE_WINDOW, .drivers = GL,
        .paths = EVERY,
        .how_set = "not by Warren", .positive = CONTROL_NONE, .negative = CONTROL_NONE, .note = ""},
    [HINT_X11_VISUAL] = {
        .name = "x11-visual", .sdl_name = "SDL_VIDEO_X11_WINDOW_VISUALID",
        .sdl_default = "the screen's", .kind = HINT_KIND_SDL, .time = HINT_BEFORE_WINDOW,
        .drivers = ALL, .paths = EVERY,
        .how_set = "not by Warren", .how_read = "SDL_GetWindowPixelFormat",
        .positive = CONTROL_NONE, .negative = CONTROL_NONE, .note = ""},
    [HINT_X11_FORCE_EGL] = {
        .name = "x11-force-egl", .sdl_name = "SDL_VIDEO_X11_FORCE_EGL", .values = {"0", "1"},
        .sdl_default = "0", .kind = HINT_KIND_SDL, .time = HINT_AT_LOAD, .drivers = GL, .paths = EVERY,
        .how_set = "not by Warren", .positive = CONTROL_NONE, .negative = CONTROL_NONE, .note = ""},
    [HINT_OPENGL_ES_DRIVER] = {
        .name = "opengl-es-driver", .sdl_name = "SDL_OPENGL_ES_DRIVER", .values = {"0", "1"},
        .sdl_default = "0", .kind = HINT_KIND_SDL, .time = HINT_AT_LOAD, .drivers = DRIVER_OPENGLES2,
        .paths = EVERY,
        .how_set = "not by Warren", .positive = CONTROL_NONE, .negative = CONTROL_NONE, .note = ""},
    [HINT_GL_DRIVER] = {
        .name = "gl-library", .sdl_name = "SDL_VIDEO_GL_DRIVER",
        .sdl_default = "the system's", .kind = HINT_KIND_ENVIRONMENT, .time = HINT_AT_LOAD,
        .drivers = GL, .paths = EVERY,
        .how_set = "not by Warren", .positive = CONTROL_NONE, .negative = CONTROL_NONE, .note = ""},
    [HINT_GL_NPOT] = {
        .name = "gl-npot", .sdl_name = "GL_ARB_texture_non_power_of_two", .values = {"0", "1"},
        .sdl_default = "1", .kind = HINT_KIND_ENVIRONMENT, .time = HINT_BEFORE_RENDERER,
        .drivers = DRIVER_OPENGL, .paths = EVERY,
        .how_set = "not by Warren", .positive = CONTROL_NONE, .negative = CONTROL_NONE,
        .note = "0: rectangle textures"},
    [HINT_BLIT_CPU_FEATURES] = {
        .name = "blit-cpu-features", .sdl_name = "SDL_BLIT_CPU_FEATURES",
        .sdl_default = "all", .kind = HINT_KIND_ENVIRONMENT, .time = HINT_AT_LOAD,
        .drivers = DRIVER_SOFTWARE, .paths = PICTURED,
        .how_set = "not by Warren", .positive = CONTROL_NONE, .negative = CONTROL_NONE,
        .note = "caps the generated loops only"},
    [HINT_DUMMY_SAVE_FRAMES] = {
        .name = "dummy-save-frames", .sdl_name = "SDL_VIDEO_DUMMY_SAVE_FRAMES",
        .sdl_default = "unset", .kind = HINT_KIND_ENVIRONMENT, .time = HINT_AT_ONCE,
        .drivers = DRIVER_SOFTWARE, .paths = EVERY,
        .how_set = "refused: a file would be written in every frame",
        .positive = CONTROL_NONE, .negative = CONTROL_NONE, .note = ""},
    [HINT_OFFSCREEN_SAVE_FRAMES] = {
        .name = "offscreen-save-frames", .sdl_name = "SDL_VIDEO_OFFSCREEN_SAVE_FRAMES",
        .sdl_default = "unset", .kind = HINT_KIND_ENVIRONMENT, .time = HINT_AT_ONCE,
        .drivers = DRIVER_SOFTWARE, .paths = EVERY,
        .how_set = "refused: a file would be written in every frame",
        .positive = CONTROL_NONE, .negative = CONTROL_NONE, .note = ""},
    [HINT_MESA_SOFTWARE] = {
        .name = "mesa-software", .sdl_name = "LIBGL_ALWAYS_SOFTWARE",
        .sdl_default = "unset", .kind = HINT_KIND_ENVIRONMENT, .time = HINT_AT_LOAD, .drivers = GL,
        .paths = EVERY,
        .how_set = "not by Warren", .how_read = "glGetString(GL_RENDERER)",
        .positive = CONTROL_NONE, .negative = CONTROL_NONE, .note = "Mesa's, not SDL's"},
    [HINT_MESA_DRIVER] = {
        .name = "mesa-driver", .sdl_name = "GALLIUM_DRIVER",
        .sdl_default = "unset", .kind = HINT_KIND_ENVIRONMENT, .time = HINT_AT_LOAD, .drivers = GL,
        .paths = EVERY,
        .how_set = "not by Warren", .how_read = "glGetString(GL_RENDERER)",
        .positive = CONTROL_NONE, .negative = CONTROL_NONE, .note = "Mesa's, not SDL's"},
    [HINT_MESA_THREADS] = {
        .name = "mesa-threads", .sdl_name = "LP_NUM_THREADS",
        .sdl_default = "unset", .kind = HINT_KIND_ENVIRONMENT, .time = HINT_AT_LOAD, .drivers = GL,
        .paths = EVERY,
        .how_set = "not by Warren", .positive = CONTROL_NONE, .negative = CONTROL_NONE,
        .note = "Mesa's, not SDL's"},
    [HINT_MESA_VBLANK] = {
        .name = "mesa-vblank", .sdl_name = "vblank_mode",
        .sdl_default = "unset", .kind = HINT_KIND_ENVIRONMENT, .time = HINT_BEFORE_RENDERER,
        .drivers = GL, .paths = EVERY,
        .how_set = "not by Warren", .positive = CONTROL_NONE, .negative = CONTROL_NONE,
        .note = "Mesa's, not SDL's"},
    [HINT_DIRECT3D_THREADSAFE] = {
        .name = "direct3d-threadsafe", .sdl_name = "SDL_RENDER_DIRECT3D_THREADSAFE", .values = {"0", "1"},
        .sdl_default = "0", .kind = HINT_KIND_SDL, .time = HINT_BEFORE_RENDERER,
        .how_set = "not by Warren", .positive = CONTROL_NONE, .negative = CONTROL_NONE,
        .note = "Windows only"},
    [HINT_DIRECT3D11_DEBUG] = {
        .name = "direct3d11-debug", .sdl_name = "SDL_RENDER_DIRECT3D11_DEBUG", .values = {"0", "1"},
        .sdl_default = "0", .kind = HINT_KIND_SDL, .time = HINT_BEFORE_RENDERER,
        .how_set = "not by Warren", .positive = CONTROL_NONE, .negative = CONTROL_NONE,
        .note = "Windows only"},
};
/* clang-format on */
