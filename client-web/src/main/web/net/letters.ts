/** What the server says besides snapshots: one type per kind, read and checked at the door. */
import type { Body, BodyKind } from '../world/arena.ts';
import { fieldsIn, list, number, numberOr, type Parsed, text } from './reading.ts';

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
  /** 0 is none. */
  readonly team: number;
  /** Degrees on the circle of colours; -1 where the client may choose. */
  readonly hue: number;
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

/** Who destroyed whom, and how; the killer is -1 where nobody was it. */
export interface Kill {
  readonly kind: 'kill';
  readonly victim: number;
  readonly killer: number;
  readonly cause: string;
  readonly assists: readonly number[];
  /** Round trips as the server measured them; 0 is not known. */
  readonly victimMillis: number;
  readonly killerMillis: number;
}

export interface Standing {
  readonly seat: number;
  readonly score: number;
  readonly kills: number;
  readonly deaths: number;
}

export interface Round {
  readonly kind: 'round';
  readonly phase: string;
  readonly number: number;
  readonly endsTick: number;
  readonly winner: number;
  readonly winningTeam: number;
  readonly standings: readonly Standing[];
}

/** The scores that changed. */
export interface Scores {
  readonly kind: 'scores';
  readonly scores: readonly { readonly seat: number; readonly score: number }[];
}

export interface Chat {
  readonly kind: 'chat';
  readonly seat: number;
  readonly team: boolean;
  readonly text: string;
}

/** A sign from the wheel: one of the facade's `signs()`. */
export interface Emote {
  readonly kind: 'emote';
  readonly seat: number;
  readonly sign: string;
}

/** A ship afar: places in hundredths of the arena's radius. */
export interface Blip {
  readonly xPercent: number;
  readonly yPercent: number;
  /** 0 is none. */
  readonly team: number;
  readonly leads: boolean;
}

export interface Radar {
  readonly kind: 'radar';
  readonly ships: readonly Blip[];
}

/** A kind this client does not know yet; it is skipped. */
export interface Unknown {
  readonly kind: 'unknown';
}

export type Game = Kill | Round | Scores | Chat | Emote | Radar;
export type Letter = Welcome | Refusal | Pong | People | Notice | Game | Unknown;

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
  return readGame(kind, letter) ?? { kind: 'unknown' };
}

function readGame(kind: string, letter: Parsed): Game | null {
  if (kind === 'kill') {
    const [victim, killer] = [number(letter, 'victim'), number(letter, 'killer')];
    const assists = list(letter, 'assists').map(Number);
    const victimMillis = numberOr(letter, 'victimMillis', 0);
    const killerMillis = numberOr(letter, 'killerMillis', 0);
    const cause = text(letter, 'cause');
    return { kind, victim, killer, cause, assists, victimMillis, killerMillis };
  }
  if (kind === 'round') return round(letter);
  if (kind === 'scores') return { kind, scores: list(letter, 'scores').map(score) };
  if (kind === 'chat') {
    const seat = number(letter, 'seat');
    return { kind, seat, team: letter.team === true, text: text(letter, 'text') };
  }
  if (kind === 'emote') return { kind, seat: number(letter, 'seat'), sign: text(letter, 'sign') };
  if (kind === 'radar') return { kind, ships: list(letter, 'ships').map(blip) };
  return null;
}

function round(letter: Parsed): Round {
  return {
    kind: 'round',
    phase: text(letter, 'phase'),
    number: numberOr(letter, 'number', 1),
    endsTick: number(letter, 'endsTick'),
    winner: numberOr(letter, 'winner', -1),
    winningTeam: numberOr(letter, 'winningTeam', 0),
    standings: letter.standings === undefined ? [] : list(letter, 'standings').map(standing),
  };
}

function standing(value: unknown): Standing {
  const found = fieldsIn(value, 'standing');
  const [kills, deaths] = [numberOr(found, 'kills', 0), numberOr(found, 'deaths', 0)];
  return { seat: number(found, 'seat'), score: number(found, 'score'), kills, deaths };
}

function score(value: unknown): { seat: number; score: number } {
  const found = fieldsIn(value, 'score');
  return { seat: number(found, 'seat'), score: number(found, 'score') };
}

function blip(value: unknown): Blip {
  const found = fieldsIn(value, 'ship');
  const [xPercent, yPercent] = [number(found, 'xPercent'), number(found, 'yPercent')];
  return { xPercent, yPercent, team: numberOr(found, 'team', 0), leads: found.leads === true };
}

function welcome(letter: Parsed): Welcome {
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

function bodyKind(found: Parsed): BodyKind {
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
    team: numberOr(found, 'team', 0),
    hue: numberOr(found, 'hue', -1),
    score: number(found, 'score'),
  };
}
