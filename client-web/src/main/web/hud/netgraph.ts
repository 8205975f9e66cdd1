/** How the network is doing, in numbers and as curves over the last seconds. Owned by the HUD. */
import type { Rates } from '../net/tally.ts';
import { make, pencil, show, write } from '../page/elements.ts';
import type { Speech } from '../words/speech.ts';

const SAMPLES = 120;

export interface NetReadings {
  readonly pingMillis: number;
  readonly ageMillis: number;
  readonly slackTicks: number;
  readonly correction: number;
  readonly jumps: number;
  readonly pictureMillis: number;
}

export class NetGraph {
  private readonly root: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly lines: readonly HTMLElement[];
  private readonly speech: Speech;
  private readonly ages = new Float32Array(SAMPLES);
  private readonly pictures = new Float32Array(SAMPLES);
  private readonly corrections = new Float32Array(SAMPLES);
  private at = 0;

  constructor(parent: Element, speech: Speech) {
    this.speech = speech;
    this.root = make('div', parent, { class: 'netgraph panel' });
    this.root.setAttribute('aria-hidden', 'true');
    this.canvas = make('canvas', this.root);
    this.lines = [0, 1, 2, 3, 4].map(() => make('p', this.root, { class: 'number' }));
    this.root.hidden = true;
  }

  shown(open: boolean): void {
    show(this.root, open);
  }

  /** One sample per picture, so that every hitch is seen. */
  sample(net: NetReadings): void {
    this.at = (this.at + 1) % SAMPLES;
    this.ages[this.at] = net.ageMillis;
    this.pictures[this.at] = net.pictureMillis;
    this.corrections[this.at] = net.correction;
  }

  draw(net: NetReadings, rates: Rates): void {
    if (this.root.hidden) return;
    const round = Math.round;
    const { say } = this.speech;
    const texts = [
      say('graphRate', {
        fps: round(rates.picturesPerSecond),
        frame: round(rates.longestPictureMillis),
        work: rates.workMillis.toFixed(1),
      }),
      say('graphPing', {
        ping: round(net.pingMillis),
        jitter: round(rates.jitterMillis),
        age: round(net.ageMillis),
      }),
      say('graphSlack', {
        slack: net.slackTicks.toFixed(1),
        correction: net.correction.toFixed(2),
        jumps: net.jumps,
      }),
      say('graphBytes', {
        down: rates.downKilobytes.toFixed(1),
        up: rates.upKilobytes.toFixed(1),
        stalls: rates.stalls,
      }),
      say('graphSplit', {
        world: rates.kilobytes.world.toFixed(2),
        words: rates.kilobytes.words.toFixed(2),
        commands: rates.kilobytes.commands.toFixed(2),
        upkeep: rates.kilobytes.upkeep.toFixed(2),
      }),
    ];
    texts.forEach((text, i) => {
      write(this.lines[i]!, text);
    });
    this.curves();
  }

  private curves(): void {
    const pen = pencil(this.canvas);
    if (!pen) return;
    this.curve(pen, this.pictures, '#5f7da0', 50);
    this.curve(pen, this.ages, '#4fe3ff', 150);
    this.curve(pen, this.corrections, '#ff5f7a', 20);
  }

  private curve(
    pen: CanvasRenderingContext2D,
    of: Float32Array,
    color: string,
    most: number,
  ): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    pen.strokeStyle = color;
    pen.lineWidth = 1.2;
    pen.beginPath();
    for (let n = 0; n < SAMPLES; n++) {
      const value = Math.min(1, of[(this.at + 1 + n) % SAMPLES]! / most);
      pen.lineTo((n / (SAMPLES - 1)) * width, height - 1 - value * (height - 2));
    }
    pen.stroke();
  }
}
