/** Somebody who only looks: eye and hands, and whom the server shows. Owned by the game. */
import type { Crowd } from '../hud/crowd.ts';
import type { Camera } from '../render/camera.ts';
import type { Speech } from '../words/speech.ts';
import type { Scene } from '../world/scene.ts';
import { Eye } from './eye.ts';
import { Hands } from './hands.ts';

export class Watch {
  readonly eye: Eye;
  readonly hint: string;
  private readonly hands: Hands;
  private readonly crowd: Crowd;
  private readonly speech: Speech;
  private followed = -1;

  constructor(root: Element, canvas: HTMLElement, camera: Camera, crowd: Crowd, speech: Speech) {
    this.crowd = crowd;
    this.speech = speech;
    this.eye = new Eye(() => crowd.seats());
    this.hands = new Hands(root, canvas, this.eye, camera);
    this.hint = speech.say('spectateHint', { prev: 'Q', next: 'E' });
  }

  /** Once per picture; `follow` tells the server whose surroundings are looked at. */
  advance(scene: Scene, elapsedMillis: number, follow: (seat: number) => void): void {
    const { eye, hands } = this;
    eye.advance(scene, elapsedMillis / 1000);
    if (eye.seat >= 0 && eye.seat !== this.followed) {
      follow(eye.seat);
      this.followed = eye.seat;
    }
    hands.shown(eye.seat >= 0 ? this.crowd.name(eye.seat) : this.speech.say('arena'));
  }

  /** Another connection follows nobody yet. */
  anew(): void {
    this.followed = -1;
  }

  close(): void {
    this.hands.close();
  }
}
