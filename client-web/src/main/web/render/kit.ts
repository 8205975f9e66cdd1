/** Everything that lives on the graphics card, made anew whenever the card forgets. */
import { Bloom } from './bloom.ts';
import { Effects } from './effects.ts';
import { Fireworks } from './fireworks.ts';
import { Lines } from './lines.ts';
import { Orbs } from './orbs.ts';
import { Particles } from './particles.ts';
import { Ships } from './ships.ts';
import { Shots } from './shots.ts';
import { Sky } from './sky.ts';
import { Stars } from './stars.ts';
import { Target } from './target.ts';

export class Kit {
  /** Absent where the picture goes straight to the canvas, without float targets. */
  readonly bloom: Bloom | null;
  readonly picture: Target | null;
  readonly sky: Sky;
  readonly stars: Stars;
  readonly orbs: Orbs;
  readonly lines: Lines;
  readonly particles: Particles;
  readonly effects: Effects;
  readonly fireworks: Fireworks;
  readonly ships: Ships;
  readonly shots: Shots;

  constructor(gl: WebGL2RenderingContext, deep: boolean) {
    this.bloom = deep ? new Bloom(gl) : null;
    this.picture = deep ? new Target(gl, true) : null;
    this.sky = new Sky(gl, deep);
    this.stars = new Stars(gl);
    this.orbs = new Orbs(gl, deep);
    this.lines = new Lines(gl);
    this.particles = new Particles(gl);
    this.effects = new Effects(this.particles);
    this.fireworks = new Fireworks(this.effects);
    this.ships = new Ships(this.lines, this.particles, this.effects);
    this.shots = new Shots(this.lines, this.particles, this.effects.dice);
    gl.enable(gl.BLEND);
  }
}
