/**
 * Somebody who only looks: eye and hands, and what the server is asked to show. Owned by the game.
 */
import type { Crowd } from '../hud/crowd.ts';
import type { PadWish } from '../input/pad-wishes.ts';
import type { Camera } from '../render/camera.ts';
import type { Speech } from '../words/speech.ts';
import type { Scene } from '../world/scene.ts';
import { Asking, type Gazing } from './asking.ts';
import { Eye } from './eye.ts';
import { type Caption, Hands, ZOOM } from './hands.ts';
import type { Subject } from './subject.ts';

/** Where one looks from: the page's parts that are needed for it. */
export interface Lookout {
  readonly root: Element;
  readonly canvas: HTMLElement;
  readonly stage: { readonly camera: Camera };
  readonly speech: Speech;
}

export class Watch {
  readonly eye: Eye;
  readonly hint: string;
  private readonly hands: Hands;
  private readonly crowd: Crowd;
  private readonly speech: Speech;
  private readonly asking: Asking;

  constructor(ground: Lookout, crowd: Crowd, gazing: Gazing, subject: Subject) {
    const { root, canvas, stage, speech } = ground;
    this.crowd = crowd;
    this.speech = speech;
    this.asking = new Asking(gazing);
    this.eye = new Eye(crowd, subject);
    this.hands = new Hands(root, canvas, this.eye, stage.camera);
    this.hint = speech.say('spectateHint', { prev: 'Q', next: 'E', lead: 'L' });
  }

  /** Once per picture. */
  advance(scene: Scene, elapsedMillis: number): void {
    const { eye, hands } = this;
    eye.advance(scene, elapsedMillis / 1000);
    this.asking.ask(eye, elapsedMillis);
    hands.shown(this.caption());
  }

  /** Another connection shows nothing yet. */
  anew(): void {
    this.asking.anew();
  }

  /** The pad goes on to others, to the leader, nearer and farther. */
  wish(wish: PadWish): void {
    if (wish === 'left') this.eye.cycle(-1);
    else if (wish === 'right') this.eye.cycle(1);
    else if (wish === 'press') this.eye.lead();
    else if (wish === 'up') this.eye.zoomBy(ZOOM);
    else if (wish === 'down') this.eye.zoomBy(1 / ZOOM);
  }

  close(): void {
    this.hands.close();
  }

  private caption(): Caption {
    const { eye, crowd, speech } = this;
    const leads = eye.leads();
    const missed = eye.missed();
    const label =
      missed === null
        ? speech.say(leads ? 'watchedLeads' : 'spectating')
        : speech.say('watchedAway', { name: missed });
    const name = eye.seat >= 0 ? crowd.name(eye.seat) : speech.say('arena');
    return { label, name, leads };
  }
}
