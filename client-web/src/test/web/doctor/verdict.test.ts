/** Each fault by its name, from what it does to the readings. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  type Figures,
  noFigures,
  type Readings,
  type Transport,
  type Way,
} from '../../../main/web/doctor/figures.ts';
import { report } from '../../../main/web/doctor/report.ts';
import { judge as judgeIn } from '../../../main/web/doctor/verdict.ts';
import { LANGUAGES, sayIn } from '../../../main/web/doctor/words/speech.ts';
import type { Language } from '../../../main/web/words/languages.ts';

const judge = (given: Readings) => judgeIn(given, sayIn('en'));
const WORKS = { opened: true, lateMillis: [4, 5, 6], requests: 1, downBytes: 300 };

function readings(change: {
  sse?: Partial<Figures>;
  socket?: Partial<Figures>;
  poll?: Partial<Figures>;
  trips?: number[];
  offsetMillis?: number;
}): Readings {
  const { trips = [4, 4, 5], offsetMillis = 0 } = change;
  return {
    poll: { ...noFigures(), ...WORKS, lateMillis: [500], ...change.poll },
    longPoll: { ...noFigures(), ...WORKS },
    sse: { ...noFigures(), ...WORKS, ...change.sse },
    socket: { ...noFigures(), ...WORKS, ...change.socket },
    way: { roundTripMillis: trips, offsetMillis, secure: false, seconds: 15 },
  };
}

const faults = (given: Readings) => judge(given).findings.map(({ fault }) => fault);

test('where all works nothing is found, and a WebSocket is advised', () => {
  expect(faults(readings({}))).toEqual([]);
  expect(judge(readings({})).advice).toContain('Play over WebSocket');
});

test('a blocked upgrade sends the player to a stream', () => {
  const blocked = readings({ socket: noFigures() });
  expect(faults(blocked)).toEqual(['no_socket']);
  expect(judge(blocked).advice).toContain("you'll play over SSE at 15 Hz");
});

test('a stream that is late or never tells anything is buffered', () => {
  expect(faults(readings({ sse: { lateMillis: [3000, 2000, 1200] } }))).toEqual(['buffered']);
  expect(faults(readings({ sse: noFigures() }))).toEqual(['buffered']);
});

test('a connection that others end is cut, and after how long is said', () => {
  const cut = readings({ sse: { cutMillis: [10_040] }, socket: { cutMillis: [10_020] } });
  expect(judge(cut).findings).toEqual([
    { fault: 'cut', words: 'Long connections are cut after about 10 s.' },
  ]);
});

test('a long, an unsteady way and a wrong clock are named', () => {
  expect(faults(readings({ trips: [200, 201, 202] }))).toEqual(['far']);
  expect(faults(readings({ trips: [5, 5, 5, 5, 5, 5, 5, 5, 5, 90] }))).toEqual(['unsteady']);
  expect(faults(readings({ offsetMillis: -5000 }))).toEqual(['clock']);
});

interface Golden extends Record<Transport, Partial<Figures>> {
  readonly name: string;
  readonly way: Omit<Way, 'seconds'>;
  readonly faults: readonly string[];
  readonly words: readonly string[];
  readonly advice: string;
}

const GOLDEN = JSON.parse(
  readFileSync(new URL('../../../../../docs/vectors/doctor.json', import.meta.url), 'utf8'),
) as readonly Golden[];

test.each(GOLDEN)('$name is judged as the terminal judges it', (golden) => {
  const verdict = judge({
    poll: { ...noFigures(), ...golden.poll },
    longPoll: { ...noFigures(), ...golden.longPoll },
    sse: { ...noFigures(), ...golden.sse },
    socket: { ...noFigures(), ...golden.socket },
    way: { ...golden.way, seconds: 15 },
  });
  expect(verdict.findings.map(({ fault }) => fault)).toEqual(golden.faults);
  expect(verdict.findings.map(({ words }) => words)).toEqual(golden.words);
  expect(verdict.advice).toBe(golden.advice);
});

test('a server that answers nothing is unreachable', () => {
  const none = readings({ poll: noFigures(), sse: noFigures(), socket: noFigures() });
  expect(faults(none)).toEqual(['unreachable']);
});

test('the report has the advice, the findings and a line for each transport', () => {
  const given = readings({ socket: noFigures() });
  const text = report(given, 'host:7777');
  expect(text).toContain('no_socket');
  expect(text).toMatch(/Short polling .*500 ms/);
  expect(text.split('\n')).toHaveLength(8);
});

test.each(Object.keys(LANGUAGES) as Language[])(
  'all is wrong, and it is said in %s',
  (language) => {
    const way = { sse: noFigures(), socket: { ...noFigures(), cutMillis: [4000], lost: 2 } };
    const given = readings({ ...way, trips: [200, 200, 200, 900], offsetMillis: 5000 });
    const { findings, advice } = judgeIn(given, sayIn(language));
    expect(findings.map(({ fault }) => fault)).toEqual([
      'no_socket',
      'buffered',
      'cut',
      'far',
      'unsteady',
      'clock',
      'lossy',
    ]);
    const said = [...findings.map(({ words }) => words), advice].join(' ');
    for (const value of ['4', '200', '700', '5.0', '2']) expect(said).toContain(value);
    expect(said).not.toMatch(/[{}]/);
    expect(report(given, 'here')).toContain('Long connections are cut');
  },
);
