/**
 * One flight, from a welcome to the end of its connection: its clock, its commands, its timeline.
 * Owned by the page; time comes in as a parameter.
 */
import type { Shared } from './facade.ts';
import type { Pilot } from './input/pilot.ts';
import type { Welcome } from './net/letters.ts';
import type { Link } from './net/link.ts';
import { Outbox } from './net/outbox.ts';
import type { Camera } from './render/camera.ts';
import { Arena } from './world/arena.ts';
import { Clock } from './world/clock.ts';
import { CommandRing } from './world/command-ring.ts';
import { Gravity } from './world/gravity.ts';
import { Lead } from './world/lead.ts';
import type { Scene } from './world/scene.ts';
import { Timeline } from './world/timeline.ts';

/**
 * A page that slept longer than this stamps only the newest ticks: the room has let go of the rest.
 */
const MOST_STAMPED_TICKS = 16;
/** Who only watches says so often what it has seen. */
const ACKNOWLEDGE_MILLIS = 100;

export class Flight {
  readonly arena: Arena;
  readonly timeline: Timeline;
  readonly clock: Clock;
  readonly seat: number;
  readonly room: string;
  readonly ticksPerSecond: number;
  /** How far frames are apart. */
  readonly frameMillis: number;
  readonly gravity: Gravity;
  /** No command came late or not at all for what the last picture took in: nothing to correct. */
  punctual = false;
  private readonly shared: Shared;
  private readonly ring = new CommandRing();
  private readonly outbox: Outbox;
  private readonly lead: Lead;
  private readonly frameTicks: number;
  private stampedTick = -1;
  private drawnMillis = 0;
  private acknowledgedMillis = 0;
  private held = 0;
  private snapshotTick = -1;
  private timely = true;
  /** The last snapshot's own tick had a command. */
  private acked = false;
  /** The newest tick the page slept through, for which it has no command. */
  private unstampedTick = -1;

  constructor(shared: Shared, welcome: Welcome) {
    this.shared = shared;
    this.seat = welcome.seat;
    this.room = welcome.room;
    this.ticksPerSecond = welcome.ticksPerSecond;
    this.frameTicks = welcome.ticksPerFrame;
    this.frameMillis = (1000 * welcome.ticksPerFrame) / welcome.ticksPerSecond;
    this.arena = new Arena(shared, welcome.arena.radius, welcome.arena.bodies);
    this.clock = new Clock(welcome.ticksPerSecond);
    this.timeline = new Timeline(shared, this.ring, welcome.ticksPerSecond, this.arena);
    this.gravity = new Gravity(shared, this.timeline.fields, welcome.ticksPerSecond);
    this.outbox = new Outbox(welcome.ticksPerFrame);
    this.lead = new Lead(welcome.ticksPerSecond);
  }

  /** A snapshot was received. */
  snapshot(nowMillis: number): void {
    this.clock.frame(this.shared.tick(), nowMillis);
    if (this.shared.ackedTick() >= 0) {
      this.clock.slack(this.shared.ackedTick(), this.shared.slack(), nowMillis);
    }
    this.timely &&= this.inTime();
    this.snapshotTick = this.shared.tick();
    this.timeline.snapshot();
  }

  /**
   * Every command for the frame was there, and no frame before it was missed. Those for the ticks
   * between two frames came with that of the first.
   */
  private inTime(): boolean {
    const { shared } = this;
    const tick = shared.tick();
    const next = tick - this.snapshotTick === this.frameTicks;
    const stamped = this.snapshotTick >= this.unstampedTick;
    const wasAcked = this.acked;
    this.acked = shared.ackedTick() === tick;
    return next && stamped && wasAcked && this.acked && shared.slack() > 0;
  }

  /**
   * Samples the pilot and sends. Called for each picture, and between them where they are rare; a
   * command already stamped for a tick stays.
   */
  command(nowMillis: number, pilot: Pilot, link: Link, camera: Camera): void {
    const tick = this.clock.now(nowMillis);
    if (Number.isNaN(tick)) return;
    if (this.seat < 0) {
      this.acknowledge(nowMillis, link);
      return;
    }
    this.held = this.sample(pilot, camera);
    this.stamp(Math.floor(tick) + this.lead.sample(nowMillis), this.held, pilot);
    if (!link.ready()) return;
    this.outbox.flush((first, packed, count) => {
      const { shared } = this;
      link.send(shared.commands(shared.tick(), first, packed, count), 'commands');
    });
  }

  /** No commands, but what was seen: so the server goes easy on a line that can't keep up. */
  private acknowledge(nowMillis: number, link: Link): void {
    if (nowMillis - this.acknowledgedMillis < ACKNOWLEDGE_MILLIS || !link.ready()) return;
    this.acknowledgedMillis = nowMillis;
    const { shared } = this;
    link.send(shared.commands(shared.tick(), 0, new Int32Array(0), 0), 'commands');
  }

  /** Predicts up to now, for a picture. */
  advance(nowMillis: number): void {
    const tick = this.clock.now(nowMillis);
    if (Number.isNaN(tick)) return;
    const begun = Math.floor(tick) + 1;
    const held = this.stampedTick >= begun ? this.ring.get(begun) : this.held;
    this.timeline.advance(tick, held, nowMillis - this.drawnMillis);
    [this.punctual, this.timely] = [this.timely, true];
    this.arena.place(this.timeline.tick);
    this.drawnMillis = nowMillis;
  }

  /** Nothing to draw before the first snapshot. */
  scene(): Scene | null {
    return Number.isNaN(this.timeline.tick) ? null : this.timeline;
  }

  /** The mouse aims from where own ship was last drawn. */
  private sample(pilot: Pilot, camera: Camera): number {
    const { self, x, y } = this.timeline;
    if (self < 0) return pilot.command(camera.width / 2, camera.height / 2);
    return pilot.command(camera.pageX(x[self]!), camera.pageY(y[self]!));
  }

  private stamp(newest: number, held: number, pilot: Pilot): void {
    const first = Math.max(this.stampedTick + 1, newest - MOST_STAMPED_TICKS + 1);
    if (first > this.stampedTick + 1) this.unstampedTick = first - 1;
    for (let tick = first; tick <= newest; tick++) {
      this.ring.put(tick, held);
      this.outbox.add(tick, held);
    }
    if (first <= newest) pilot.stamped();
    this.stampedTick = Math.max(this.stampedTick, newest);
  }
}
