// What Dear ImGui's OpenGL backend asks of the context before it draws, so as to put it back afterwards. A browser
// answers such a question only when all that was drawn before is done, which holds up every frame. Nobody else draws in
// this context and each frame sets what it needs, so the answer is that nothing is set; all else is asked of WebGL.
#include <GLES3/gl3.h>

// The backend's calls of glGetIntegerv come here (web/wasm.cmake).
extern "C" void mf_drawing_state(GLenum name, GLint* value) {
  switch (name) {
    case GL_ACTIVE_TEXTURE:
      *value = GL_TEXTURE0;
      break;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      *value = GL_FUNC_ADD;
      break;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
      for (int i = 0; i < 4; ++i) value[i] = 0;
      break;
    case GL_CURRENT_PROGRAM:
    case GL_TEXTURE_BINDING_2D:
    case GL_SAMPLER_BINDING:
    case GL_ARRAY_BUFFER_BINDING:
    case GL_ELEMENT_ARRAY_BUFFER_BINDING:
    case GL_PIXEL_UNPACK_BUFFER_BINDING:
    case GL_VERTEX_ARRAY_BINDING:
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_DST_RGB:
    case GL_BLEND_SRC_ALPHA:
    case GL_BLEND_DST_ALPHA:
      *value = 0;
      break;
    default:
      glGetIntegerv(name, value);
  }
}
