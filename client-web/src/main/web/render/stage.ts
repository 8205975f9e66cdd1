/**
 * The canvas and the order in which a picture is painted on it. Owned by the frame loop.
 *
 *   sky -> stars -> orbs -> border, ships, shots as lines -> sparks -> glow
 */
import type { Place } from '../world/arena.ts';
import type { Scene } from '../world/scene.ts';
import { drawBorder } from './border.ts';
import { Camera } from './camera.ts';
import { Kit } from './kit.ts';
import { QualityChoice } from './quality.ts';
import { Shake } from './shake.ts';
import { MOST_MASSES } from './sky.ts';

/** Where a free camera looks, and how it moves, units. */
export interface Gaze {
  readonly x: number;
  readonly y: number;
  readonly vx: number;
  readonly vy: number;
  readonly zoom: number;
}

const LONGEST_STEP_SECONDS = 0.1;

export class Stage {
  readonly camera = new Camera();
  /** Null: the camera follows own ship. */
  gaze: Gaze | null = null;
  readonly shake = new Shake();
  private readonly canvas: HTMLCanvasElement;
  private readonly gl: WebGL2RenderingContext;
  private readonly quality: QualityChoice;
  private readonly masses = new Float32Array(MOST_MASSES * 4);
  private readonly view = {
    x: 0,
    y: 0,
    scaleX: 1,
    scaleY: 1,
    pixel: 1,
    seconds: 0,
    vx: 0,
    vy: 0,
  };
  private kit: Kit | null = null;

  /** Throws an Error where the browser has no WebGL2. */
  constructor(canvas: HTMLCanvasElement, wantedQuality: string | null) {
    this.canvas = canvas;
    const gl = canvas.getContext('webgl2', {
      antialias: false,
      alpha: false,
      depth: false,
      powerPreference: 'high-performance',
    });
    if (!gl) throw new Error('WebGL2 is not available');
    this.gl = gl;
    this.quality = new QualityChoice(wantedQuality, painter(gl));
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      this.kit = null;
    });
    canvas.addEventListener('webglcontextrestored', () => this.build());
    this.build();
  }

  /** Paints the scene; without one, the empty sky. */
  draw(scene: Scene | null, arena: Place | null, seconds: number, elapsedSeconds: number): void {
    if (this.quality.frame(elapsedSeconds * 1000)) this.adapt();
    const step = Math.min(elapsedSeconds, LONGEST_STEP_SECONDS);
    this.fit();
    this.look(scene, seconds, step);
    const { kit, view, canvas } = this;
    if (!kit) return;
    kit.sky.prepare(view, canvas.width, canvas.height);
    this.aim(kit);
    if (arena) this.weigh(arena);
    kit.sky.draw(view, arena ? arena.radius : 1e6, this.masses, kit.bloom ? 1 : 1.9);
    kit.stars.draw(view);
    if (arena) {
      kit.orbs.draw(view, arena, kit.bloom ? 0.85 : 0.9);
      drawBorder(kit.lines, view, arena.radius);
    }
    if (scene) this.populate(kit, scene, step);
    kit.lines.draw(view, kit.bloom ? 0.35 : 0.55);
    kit.particles.draw(view);
    if (kit.bloom && kit.picture) kit.bloom.show(kit.picture, seconds, scene?.signal ?? 1);
  }

  /** The player chose another quality; null finds it out. */
  choose(wanted: string | null): void {
    if (this.quality.choose(wanted)) this.adapt();
  }

  /** Particles that are shown. */
  particles(): number {
    return this.kit?.particles.count() ?? 0;
  }

  /** Another level: only the step between a glowing picture and a plain one needs another kit. */
  private adapt(): void {
    if (this.kit && (this.kit.bloom !== null) === this.deep()) this.tell();
    else this.build();
  }

  private build(): void {
    this.kit = new Kit(this.gl, this.deep());
    this.tell();
  }

  /** Whether the picture is deep enough to glow: by the card, and by the level. */
  private deep(): boolean {
    const float = this.gl.getExtension('EXT_color_buffer_float') !== null;
    return float && this.quality.level() !== 'low';
  }

  /** For whoever reads the page. */
  private tell(): void {
    this.canvas.dataset.quality = this.quality.level();
  }

  private fit(): void {
    const { canvas, camera } = this;
    const [width, height] = [canvas.clientWidth || 1, canvas.clientHeight || 1];
    const density = this.quality.density(devicePixelRatio);
    const [w, h] = [Math.round(width * density), Math.round(height * density)];
    if (canvas.width !== w || canvas.height !== h) [canvas.width, canvas.height] = [w, h];
    camera.zoom = this.gaze?.zoom ?? 1;
    camera.fit(width, height);
    this.view.scaleX = (2 * camera.scale) / width;
    this.view.scaleY = (2 * camera.scale) / height;
    this.view.pixel = 1 / (camera.scale * density);
  }

  private look(scene: Scene | null, seconds: number, step: number): void {
    const { camera, view, kit } = this;
    const self = scene ? scene.self : -1;
    if (this.gaze) {
      camera.look(this.gaze.x, this.gaze.y);
      [view.vx, view.vy] = [this.gaze.vx, this.gaze.vy];
    } else if (scene && self >= 0) {
      const [vx, vy] = [scene.vx[self]!, scene.vy[self]!];
      camera.follow(scene.x[self]!, scene.y[self]!, vx, vy, step * 1000);
      [view.vx, view.vy] = [vx, vy];
    } else {
      camera.rest(step * 1000);
      [view.vx, view.vy] = [0, 0];
    }
    if (kit) {
      this.shake.jolt(kit.effects.shake);
      kit.effects.shake = 0;
    }
    this.shake.advance(seconds, step);
    view.x = camera.x + this.shake.x;
    view.y = camera.y + this.shake.y;
    view.seconds = seconds;
  }

  /** Binds what the picture is painted into. */
  private aim(kit: Kit): void {
    const { gl, canvas } = this;
    if (kit.picture) {
      kit.picture.resize(canvas.width, canvas.height);
      kit.picture.bind();
    } else {
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.viewport(0, 0, canvas.width, canvas.height);
    }
  }

  /** The heaviest bodies bend the net; further ones are left out. */
  private weigh(arena: Place): void {
    this.masses.fill(0);
    const count = Math.min(MOST_MASSES, arena.bodies.length);
    for (let i = 0; i < count; i++) {
      this.masses[4 * i] = arena.x[i]!;
      this.masses[4 * i + 1] = arena.y[i]!;
      this.masses[4 * i + 2] = arena.bodies[i]!.radius;
      this.masses[4 * i + 3] = arena.bodies[i]!.kind === 'star' ? 1 : 0;
    }
  }

  private populate(kit: Kit, scene: Scene, step: number): void {
    const { fields, types } = scene;
    const { seconds } = this.view;
    for (let i = 0; i < scene.count; i++) {
      const type = types[i]!;
      if (type === fields.shipType) kit.ships.draw(scene, i, seconds, step);
      else if (type === fields.torpedoType) kit.shots.torpedo(scene, i, seconds, step);
      else if (type === fields.shardType) kit.shots.shard(scene, i, seconds, step);
    }
    kit.fireworks.take(scene, this.camera.x, this.camera.y, seconds);
    kit.effects.waves.draw(kit.lines, seconds);
  }
}

/** What the driver calls itself; some browsers tell it only on demand. */
function painter(gl: WebGL2RenderingContext): string {
  const name = String(gl.getParameter(gl.RENDERER) ?? '');
  if (!/webkit|mozilla/i.test(name)) return name;
  const more = gl.getExtension('WEBGL_debug_renderer_info');
  return more ? String(gl.getParameter(more.UNMASKED_RENDERER_WEBGL) ?? '') : name;
}
