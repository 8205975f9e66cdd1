/** Bundles of commands on their way out. */
import { expect, test } from 'vitest';
import { Outbox } from '../../../main/web/net/outbox.ts';

function sent(outbox: Outbox): number[][] {
  const messages: number[][] = [];
  outbox.flush((first, packed, count) => messages.push([first, ...packed.subarray(0, count)]));
  return messages;
}

test('a bundle leaves once it covers a frame, beginning on the frame’s tick', () => {
  const outbox = new Outbox(2);
  outbox.add(10, 1);
  expect(sent(outbox)).toEqual([]);
  outbox.add(11, 2);
  expect(sent(outbox)).toEqual([[10, 1, 2]]);
  expect(sent(outbox)).toEqual([]);
});

test('what waited for the socket goes out together, the incomplete bundle stays', () => {
  const outbox = new Outbox(2);
  for (let tick = 10; tick < 15; tick++) outbox.add(tick, tick);
  expect(sent(outbox)).toEqual([[10, 10, 11, 12, 13]]);
  outbox.add(15, 15);
  expect(sent(outbox)).toEqual([[14, 14, 15]]);
});

test('no message carries more than six, and the oldest are dropped at twenty-four', () => {
  const outbox = new Outbox(2);
  for (let tick = 0; tick < 32; tick++) outbox.add(tick, tick);
  const messages = sent(outbox);
  expect(messages).toHaveLength(4);
  expect(messages[0]).toEqual([8, 8, 9, 10, 11, 12, 13]);
  expect(messages[3]).toEqual([26, 26, 27, 28, 29, 30, 31]);
});

test('a gap in the ticks begins anew', () => {
  const outbox = new Outbox(2);
  outbox.add(10, 1);
  outbox.add(40, 2);
  outbox.add(41, 3);
  expect(sent(outbox)).toEqual([[40, 2, 3]]);
});
