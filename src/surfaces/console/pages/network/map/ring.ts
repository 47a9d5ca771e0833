import { NodeCircleProgram } from 'sigma/rendering'

/** A hub is hollow, so that it is told from a candidate without its colour. */
export class RingProgram extends NodeCircleProgram {
  override getDefinition() {
    return { ...super.getDefinition(), FRAGMENT_SHADER_SOURCE: RING }
  }
}

/** Sigma's own disc with a hole in it; the hole can be clicked. */
const RING = `
precision highp float;
varying vec4 v_color;
varying vec2 v_diffVector;
varying float v_radius;
uniform float u_correctionRatio;
const vec4 transparent = vec4(0.0, 0.0, 0.0, 0.0);
void main(void) {
  float border = u_correctionRatio * 2.0;
  float far = length(v_diffVector);
  float dist = far - v_radius + border;
  #ifdef PICKING_MODE
  gl_FragColor = dist > border ? transparent : v_color;
  #else
  float outside = clamp(dist / border, 0.0, 1.0);
  float hole = clamp((v_radius * 0.62 - far) / border, 0.0, 1.0);
  gl_FragColor = mix(v_color, transparent, max(outside, hole));
  #endif
}
`
