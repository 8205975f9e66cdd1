/**
 * The arena as a small disc: border, bodies, own ship, the ships in sight, and what the radar tells
 * of those beyond. Shapes tell who is who, colour only helps. Owned by the HUD.
 */
import type { Blip } from '../net/letters.ts';
import { make, pencil } from '../page/elements.ts';
import type { Camera } from '../render/camera.ts';
import { cssColor, seatColor, sideColor } from '../render/palette.ts';
import type { Arena } from '../world/arena.ts';
import type { Scene } from '../world/scene.ts';
import type { Crowd } from './crowd.ts';

const MARGIN = 6;

export class Minimap {
  private readonly canvas: HTMLCanvasElement;
  private readonly crowd: Crowd;
  private blips: readonly Blip[] = [];

  constructor(parent: Element, crowd: Crowd) {
    this.crowd = crowd;
    this.canvas = make('canvas', parent, { class: 'minimap', name: 'map', role: 'img' });
  }

  radar(blips: readonly Blip[]): void {
    this.blips = blips;
  }

  draw(scene: Scene, arena: Arena, camera: Camera): void {
    const pen = pencil(this.canvas);
    if (!pen) return;
    const half = this.canvas.clientWidth / 2;
    const scale = (half - MARGIN) / arena.radius;
    pen.translate(half, half);
    disc(pen, half - MARGIN);
    this.view(pen, camera, scale);
    arena.bodies.forEach((body, i) => {
      pen.fillStyle = body.kind === 'star' ? '#ffd28a' : `hsl(${body.hue} 35% 62%)`;
      const size = Math.max(body.kind === 'star' ? 3.5 : 2, body.radius * scale);
      spot(pen, arena.x[i]! * scale, -arena.y[i]! * scale, size);
    });
    const reach = half - MARGIN;
    for (const { xPercent, yPercent, team, leads } of this.blips) {
      const [x, y] = [(xPercent / 100) * reach, (-yPercent / 100) * reach];
      pen.fillStyle = team > 0 ? cssColor(sideColor(team)) : '#a9c2e0';
      if (leads) crown(pen, x, y - 1);
      else shape(pen, team, x, y, 1.7);
    }
    this.ships(pen, scene, scale);
  }

  private view(pen: CanvasRenderingContext2D, camera: Camera, scale: number): void {
    const [w, h] = [(camera.width / camera.scale) * scale, (camera.height / camera.scale) * scale];
    pen.save();
    pen.clip();
    pen.strokeStyle = '#bfe0ff38';
    pen.lineWidth = 1;
    pen.strokeRect(camera.x * scale - w / 2, -camera.y * scale - h / 2, w, h);
    pen.restore();
  }

  private ships(pen: CanvasRenderingContext2D, scene: Scene, scale: number): void {
    const { fields } = scene;
    for (let i = 0; i < scene.count; i++) {
      if (scene.types[i] !== fields.shipType) continue;
      const [x, y] = [scene.x[i]! * scale, -scene.y[i]! * scale];
      const seat = scene.rows[i * fields.stride + fields.ship.seat]!;
      pen.fillStyle = cssColor(seatColor(seat));
      if (i === scene.self) arrow(pen, x, y, -scene.heading[i]!);
      else shape(pen, this.crowd.side(seat), x, y, 2.5);
    }
  }
}

/** Its border is left as the path, for clipping. */
function disc(pen: CanvasRenderingContext2D, radius: number): void {
  pen.beginPath();
  pen.arc(0, 0, radius / 2, 0, 2 * Math.PI);
  pen.strokeStyle = '#9fc4ef1c';
  pen.lineWidth = 1;
  pen.stroke();
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
  pen.fillStyle = '#081226a8';
  pen.fill();
  pen.strokeStyle = '#ff5f7a99';
  pen.lineWidth = 1.5;
  pen.stroke();
}

function spot(pen: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

/** The shape of a side, as before its pilots' names: triangle, square, disc, diamond. */
function shape(
  pen: CanvasRenderingContext2D,
  side: number,
  x: number,
  y: number,
  size: number,
): void {
  const corners = CORNERS[side];
  if (!corners) {
    spot(pen, x, y, size * 0.9);
    return;
  }
  pen.beginPath();
  for (const [dx, dy] of corners) pen.lineTo(x + dx * size * 1.3, y + dy * size * 1.3);
  pen.fill();
}

const CORNERS: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  1: [
    [0, -1.1],
    [1, 0.8],
    [-1, 0.8],
  ],
  2: [
    [-0.8, -0.8],
    [0.8, -0.8],
    [0.8, 0.8],
    [-0.8, 0.8],
  ],
  4: [
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ],
};

function crown(pen: CanvasRenderingContext2D, x: number, y: number): void {
  pen.fillStyle = '#ffd84d';
  pen.fill(new Path2D(`M${x - 4} ${y + 3}v-6l2.5 2.5l1.5-3.5l1.5 3.5l2.5-2.5v6z`));
}

function arrow(pen: CanvasRenderingContext2D, x: number, y: number, angle: number): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate(angle);
  pen.fillStyle = '#ffffff';
  pen.beginPath();
  pen.moveTo(6, 0);
  pen.lineTo(-4, 4);
  pen.lineTo(-2, 0);
  pen.lineTo(-4, -4);
  pen.fill();
  pen.restore();
}
