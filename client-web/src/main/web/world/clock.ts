/**
 * What tick is it for this pilot? Runs ahead of the server by one round trip and a margin, so that
 * a command reaches the room just before its tick. Owned by the frame loop; time comes in as a
 * parameter.
 *
 * Delay on the way only ever adds, so the smallest offset and round trip of the last seconds are
 * the true ones. After the first fix the clock is never set, it runs up to 5 % faster or slower
 * until the slack the server reports is one tick; only an error above a quarter of a second makes
 * it jump.
 */
import { WindowMin } from './window-min.ts';

const START_MARGIN_TICKS = 4;
const LEAST_MARGIN_TICKS = 1.5;
const MOST_MARGIN_TICKS = 6;
const WANTED_SLACK_TICKS = 1;
const IGNORED_ERROR_TICKS = 1;
const RATE_PER_TICK = 0.02;
const MOST_DILATION = 0.05;
const JUMP_MILLIS = 250;
const SAME_SIGN_SAMPLES = 3;
const REMEMBERED_TICKS = 256;

export class Clock {
  private readonly millisPerTick: number;
  private readonly offsets = new WindowMin(5000, 10);
  private readonly roundTrips = new WindowMin(5000, 10);
  private readonly slacks = new WindowMin(2000, 8);
  /** How many ticks of dilation had been added when a tick was reached; see `slack`. */
  private readonly shifts = new Float64Array(REMEMBERED_TICKS);
  private shift = 0;
  private offsetMillis = Number.NaN;
  private roundTripMillis = 60;
  private position = Number.NaN;
  private lastMillis = 0;
  private errorSign = 0;
  private errorRun = 0;
  private errorTicks = 0;
  private jumps = 0;

  constructor(ticksPerSecond: number) {
    this.millisPerTick = 1000 / ticksPerSecond;
  }

  /** A snapshot of `tick` arrived. */
  frame(tick: number, nowMillis: number): void {
    this.offsets.add(nowMillis - tick * this.millisPerTick, nowMillis);
  }

  roundTrip(millis: number, nowMillis: number): void {
    this.roundTrips.add(millis, nowMillis);
  }

  /**
   * The command for `tick` arrived `halfTicks` early. It is booked as the slack it would have with
   * today's lead: otherwise the window of two seconds would make the loop overshoot.
   */
  slack(tick: number, halfTicks: number, nowMillis: number): void {
    this.slacks.add(halfTicks / 2 - this.shifts[tick & (REMEMBERED_TICKS - 1)]!, nowMillis);
    this.judge(WANTED_SLACK_TICKS - (this.slacks.at(nowMillis) + this.shift));
  }

  /**
   * The pilot's present as a tick with fraction, never smaller than before; NaN before the first
   * frame.
   */
  now(nowMillis: number): number {
    this.offsetMillis = known(this.offsets.at(nowMillis), this.offsetMillis);
    this.roundTripMillis = known(this.roundTrips.at(nowMillis), this.roundTripMillis);
    const arrival = (nowMillis - this.offsetMillis + this.roundTripMillis) / this.millisPerTick;
    const target = arrival + START_MARGIN_TICKS;
    if (Number.isNaN(target)) return Number.NaN;
    const elapsedTicks = (nowMillis - this.lastMillis) / this.millisPerTick;
    this.lastMillis = nowMillis;
    const free = this.position + elapsedTicks;
    if (!this.plausible(free, target, nowMillis)) return this.jump(target, free);
    const rate = this.rate(free - arrival, target - free, nowMillis);
    this.moveTo(free + elapsedTicks * rate);
    this.shift += elapsedTicks * rate;
    return this.position;
  }

  pingMillis(): number {
    return this.roundTripMillis;
  }

  /** The least slack of the last seconds, as if with today's lead; NaN before any. */
  slackTicks(nowMillis: number): number {
    const least = this.slacks.at(nowMillis);
    return Number.isFinite(least) ? least + this.shift : Number.NaN;
  }

  /** How often the clock had to be set instead of dilated. */
  resyncs(): number {
    return this.jumps;
  }

  /**
   * Slack is what the room itself saw, a round trip only what this page measured: a page too busy
   * to read its messages measures too long. So while the room's commands come in time or little
   * later, the clock may stay below the target, down to what the frames alone tell.
   */
  private plausible(free: number, target: number, nowMillis: number): boolean {
    const limit = JUMP_MILLIS / this.millisPerTick;
    const heard = Number.isFinite(this.slacks.at(nowMillis)) && this.errorTicks <= limit;
    const least = heard ? (nowMillis - this.offsetMillis) / this.millisPerTick : target;
    return free <= target + limit && free >= least - limit;
  }

  private jump(target: number, free: number): number {
    if (!Number.isNaN(free)) {
      this.jumps++;
      this.shift += target - free;
    }
    this.slacks.clear();
    this.errorRun = 0;
    this.moveTo(target);
    return target;
  }

  private moveTo(position: number): void {
    const first = Math.max(Math.floor(this.position), Math.floor(position) - REMEMBERED_TICKS);
    for (let tick = first; tick <= position; tick++) {
      this.shifts[tick & (REMEMBERED_TICKS - 1)] = this.shift;
    }
    this.position = position;
  }

  /** One sample of the closed loop: acts only on an error that keeps its sign. */
  private judge(error: number): void {
    const sign = Math.abs(error) > IGNORED_ERROR_TICKS ? Math.sign(error) : 0;
    this.errorRun = sign !== 0 && sign === this.errorSign ? this.errorRun + 1 : 1;
    this.errorSign = sign;
    this.errorTicks = error;
  }

  private rate(margin: number, openError: number, nowMillis: number): number {
    const steered = Number.isFinite(this.slacks.at(nowMillis));
    const quiet = steered && (this.errorSign === 0 || this.errorRun < SAME_SIGN_SAMPLES);
    const error = steered ? this.errorTicks : openError;
    let rate = quiet ? 0 : clamp(RATE_PER_TICK * error, MOST_DILATION);
    if (margin > MOST_MARGIN_TICKS) rate = Math.min(rate, -RATE_PER_TICK);
    const early = steered && this.errorTicks < -IGNORED_ERROR_TICKS;
    if (margin < LEAST_MARGIN_TICKS && !early) rate = Math.max(rate, RATE_PER_TICK);
    return rate;
  }
}

function known(value: number, before: number): number {
  return Number.isFinite(value) ? value : before;
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}
