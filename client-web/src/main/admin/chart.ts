/** A few curves over the last minutes, with their newest values in words. Owned by its page. */
import { make, pencil, write } from '../web/page/elements.ts';
import { type History, POINTS, type Series } from './history.ts';

export interface Curve {
  readonly series: Series;
  readonly label: string;
  readonly color: string;
  /** Not a line, but what is below it. */
  readonly filled?: boolean;
}

export interface ChartPlan {
  readonly title: string;
  readonly curves: readonly Curve[];
  readonly show: (value: number) => string;
  /** The least the scale reaches to, so that nothing looks dramatic that is not. */
  readonly least: number;
  /** A line that is not to be crossed. */
  readonly limit?: number;
}

export class Chart {
  private readonly plan: ChartPlan;
  private readonly canvas: HTMLCanvasElement;
  private readonly values: readonly HTMLElement[];
  private readonly scale: HTMLElement;

  constructor(parent: Element, plan: ChartPlan) {
    this.plan = plan;
    const figure = make('figure', parent, { class: 'chart' });
    const caption = make('figcaption', figure);
    make('h3', caption, { text: plan.title });
    const legend = make('ul', caption);
    this.values = plan.curves.map((curve) => {
      const item = make('li', legend);
      const mark = make('span', item, { class: 'swatch' });
      mark.style.setProperty('background', curve.color);
      make('span', item, { text: `${curve.label} ` });
      return make('strong', item, { class: 'number', text: '–' });
    });
    const frame = make('div', figure, { class: 'plot' });
    this.canvas = make('canvas', frame, { role: 'img' });
    this.scale = make('span', frame, { class: 'scale number' });
    this.scale.setAttribute('aria-hidden', 'true');
  }

  draw(history: History): void {
    const words = this.plan.curves.map((curve, i) => {
      const value = history.last(curve.series);
      const shown = value === null ? '–' : this.plan.show(value);
      const place = this.values[i];
      if (place) write(place, shown);
      return `${curve.label} ${shown}`;
    });
    this.canvas.setAttribute('aria-label', `${this.plan.title}: ${words.join(', ')}`);
    const most = this.most(history);
    write(this.scale, this.plan.show(most));
    const pen = pencil(this.canvas);
    if (pen) this.paint(pen, history, most);
  }

  private most(history: History): number {
    let most = this.plan.least;
    for (const point of history.points) {
      for (const { series } of this.plan.curves) most = Math.max(most, point[series] ?? 0);
    }
    return most * 1.1;
  }

  private paint(pen: CanvasRenderingContext2D, history: History, most: number): void {
    const [width, height] = [this.canvas.clientWidth, this.canvas.clientHeight];
    const y = (value: number): number => height - 1 - (value / most) * (height - 2);
    grid(pen, width, height);
    if (this.plan.limit !== undefined && this.plan.limit < most) {
      pen.strokeStyle = '#ff6f86b0';
      pen.setLineDash([4, 4]);
      line(pen, [0, width], [y(this.plan.limit), y(this.plan.limit)]);
      pen.setLineDash([]);
    }
    for (const curve of this.plan.curves) this.trace(pen, curve, history, y);
  }

  private trace(
    pen: CanvasRenderingContext2D,
    curve: Curve,
    history: History,
    y: (value: number) => number,
  ): void {
    const width = this.canvas.clientWidth;
    const [xs, ys]: [number[], number[]] = [[], []];
    for (const [i, point] of history.points.entries()) {
      const value = point[curve.series];
      if (value === null || value === undefined) continue;
      xs.push(width - ((history.points.length - 1 - i) * width) / (POINTS - 1));
      ys.push(y(value));
    }
    pen.strokeStyle = curve.color;
    pen.lineWidth = 1.5;
    line(pen, xs, ys);
    if (!curve.filled || xs.length === 0) return;
    pen.lineTo(xs.at(-1) ?? 0, y(0));
    pen.lineTo(xs[0] ?? 0, y(0));
    pen.globalAlpha = 0.14;
    pen.fillStyle = curve.color;
    pen.fill();
    pen.globalAlpha = 1;
  }
}

function line(pen: CanvasRenderingContext2D, xs: readonly number[], ys: readonly number[]): void {
  pen.beginPath();
  for (const [i, x] of xs.entries()) pen.lineTo(x, ys[i] ?? 0);
  pen.stroke();
}

/** A line for each minute, and one half way up. */
function grid(pen: CanvasRenderingContext2D, width: number, height: number): void {
  pen.strokeStyle = '#6f9bd024';
  pen.lineWidth = 1;
  for (let minute = 1; minute < 5; minute++) {
    line(pen, [(width * minute) / 5, (width * minute) / 5], [0, height]);
  }
  line(pen, [0, width], [height / 2, height / 2]);
}
