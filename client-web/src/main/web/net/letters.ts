/** What the server says besides snapshots: one type per kind, read and checked at the door. */
import type { Body, BodyKind } from '../world/arena.ts';

export interface Welcome {
  readonly kind: 'welcome';
  readonly seat: number;
  readonly token: string;
  readonly room: string;
  readonly ticksPerSecond: number;
  readonly ticksPerFrame: number;
  readonly tick: number;
  readonly arena: { readonly radius: number; readonly bodies: readonly Body[] };
}

/** Not let in, or sent away: `reason` tells a program, `text` a person. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly reason: string;
  readonly text: string;
}

export interface Pong {
  readonly kind: 'pong';
  readonly serial: number;
  readonly tick: number;
  readonly micros: number;
}

export interface Person {
  readonly seat: number;
  readonly name: string;
  readonly bot: boolean;
  readonly score: number;
}

export interface People {
  readonly kind: 'people';
  readonly people: readonly Person[];
}

export interface Notice {
  readonly kind: 'notice';
  readonly text: string;
}

/** A kind this client does not know yet; it is skipped. */
export interface Unknown {
  readonly kind: 'unknown';
}

export type Letter = Welcome | Refusal | Pong | People | Notice | Unknown;

type Fields = Readonly<Record<string, unknown>>;

/** Throws an Error naming the field that is missing or of the wrong type. */
export function readLetter(json: string): Letter {
  const letter = fieldsIn(JSON.parse(json), 'letter');
  const kind = text(letter, 'kind');
  if (kind === 'welcome') return welcome(letter);
  if (kind === 'refusal') {
    return { kind, reason: text(letter, 'reason'), text: text(letter, 'text') };
  }
  if (kind === 'pong') {
    const [serial, tick] = [number(letter, 'serial'), number(letter, 'tick')];
    return { kind, serial, tick, micros: number(letter, 'micros') };
  }
  if (kind === 'people') return { kind, people: list(letter, 'people').map(person) };
  if (kind === 'notice') return { kind, text: text(letter, 'text') };
  return { kind: 'unknown' };
}

function welcome(letter: Fields): Welcome {
  const arena = fieldsIn(letter.arena, 'arena');
  return {
    kind: 'welcome',
    seat: number(letter, 'seat'),
    token: text(letter, 'token'),
    room: text(letter, 'room'),
    ticksPerSecond: number(letter, 'ticksPerSecond'),
    ticksPerFrame: number(letter, 'ticksPerFrame'),
    tick: number(letter, 'tick'),
    arena: { radius: number(arena, 'radius'), bodies: list(arena, 'bodies').map(readBody) },
  };
}

function readBody(value: unknown, place: number): Body {
  const found = fieldsIn(value, 'body');
  const hue = found.hue === undefined ? hueOf(place) : number(found, 'hue');
  return { kind: bodyKind(found), radius: number(found, 'radius'), hue };
}

/** Neighbours in the list look different. */
function hueOf(place: number): number {
  return (200 + place * 137.5) % 360;
}

function bodyKind(found: Fields): BodyKind {
  const kind = text(found, 'kind');
  if (kind === 'star' || kind === 'planet' || kind === 'moon') return kind;
  throw new Error(`no such body: ${kind}`);
}

function person(value: unknown): Person {
  const found = fieldsIn(value, 'person');
  return {
    seat: number(found, 'seat'),
    name: text(found, 'name'),
    bot: found.bot === true,
    score: number(found, 'score'),
  };
}

function fieldsIn(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null) throw new Error(`${name} is not a record`);
  return value as Fields;
}

function list(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw new Error(`${name} is not a list`);
  return value;
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new Error(`${name} is not a text`);
  return value;
}

function number(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new Error(`${name} is not a number`);
  }
  return value;
}
