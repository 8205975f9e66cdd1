/**
 * Noise for shaders, to be put before their text; `octaves` bounds how fine it gets, and what it
 * costs.
 */
export function noise(octaves: number): string {
  return `
float hash(vec2 p) {
  vec3 q = fract(vec3(p.xyx) * 0.1031);
  q += dot(q, q.yzx + 33.33);
  return fract((q.x + q.y) * q.z);
}
float noise(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  vec2 u = f * f * (3.0 - 2.0 * f);
  return mix(
    mix(hash(i), hash(i + vec2(1, 0)), u.x),
    mix(hash(i + vec2(0, 1)), hash(i + vec2(1, 1)), u.x), u.y);
}
float cloud(vec2 p, int octaves) {
  float sum = 0.0, share = 0.5;
  for (int i = 0; i < min(octaves, ${octaves}); i++) {
    sum += share * noise(p);
    p = mat2(1.6, 1.2, -1.2, 1.6) * p + 17.0;
    share *= 0.5;
  }
  return sum;
}
`;
}
