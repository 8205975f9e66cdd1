/** The page's wiring: who is made of what, and what runs on each picture. */
import './orbit.css';
import * as shared from '#shared';
import { Flight } from './flight.ts';
import { Hud } from './hud/hud.ts';
import { Labels } from './hud/labels.ts';
import { Marks } from './hud/marks.ts';
import { MESSAGES, reasonText } from './hud/messages.ts';
import { readingsOf } from './hud/readings.ts';
import { Keyboard } from './input/keyboard.ts';
import { Mouse } from './input/mouse.ts';
import { Pilot } from './input/pilot.ts';
import { roomOf, socketAddress } from './net/address.ts';
import { Link } from './net/link.ts';
import { papersFor } from './net/papers.ts';
import { Stage } from './render/stage.ts';

const LINK_RUN_MILLIS = 200;
const settings = new URLSearchParams(location.search);
const room = roomOf(location.pathname);
const canvas = document.querySelector('canvas')!;
const hud = new Hud(document.querySelector('#hud')!);
const labels = new Labels(document.querySelector('#labels')!);
const marks = new Marks(document.body);

function start(stage: Stage): void {
  const [keyboard, mouse] = [new Keyboard(), new Mouse(settings.get('aim') === 'mouse')];
  const pilot = new Pilot(shared, keyboard, mouse);
  const papers = papersFor(room, settings.get('name'), Math.random(), sessionStorage);
  const open = () => new WebSocket(socketAddress(location, room), shared.subprotocol());
  let flight: Flight | null = null;
  let refusal = '';

  const link = new Link(shared, open, () => performance.now(), papers, {
    letter(letter) {
      if (letter.kind === 'welcome') flight = new Flight(shared, letter);
      else if (letter.kind === 'people') labels.people(letter.people);
      else if (letter.kind === 'refusal') refusal = reasonText(letter.reason, letter.text);
    },
    snapshot: (nowMillis) => flight?.snapshot(nowMillis),
    roundTrip: (millis, nowMillis) => flight?.clock.roundTrip(millis, nowMillis),
  });

  keyboard.listen(window);
  mouse.listen(canvas, window);
  hud.room(room);
  link.run(performance.now(), document.hidden);
  setInterval(() => link.run(performance.now(), document.hidden), LINK_RUN_MILLIS);

  let drawnMillis = performance.now();
  function picture(nowMillis: number): void {
    const elapsedMillis = Math.max(0, nowMillis - drawnMillis);
    drawnMillis = nowMillis;
    flight?.advance(nowMillis, pilot, link, stage.camera);
    const scene = flight?.scene() ?? null;
    stage.draw(scene, flight?.arena ?? null, nowMillis / 1000, elapsedMillis / 1000);
    if (scene) labels.place(scene, stage.camera);
    if (flight) hud.show(readingsOf(flight, link.silenceMillis(nowMillis)), nowMillis);
    if (pilot.wasActive()) hud.hideHint();
    const words = (link.state() === 'refused' || link.state() === 'ended') && refusal;
    const wrecked = scene && link.state() === 'flying' && scene.self < 0;
    hud.say(words || (wrecked ? MESSAGES.wrecked : MESSAGES.states[link.state()]));
    marks.write(link.state(), scene);
    requestAnimationFrame(picture);
  }
  requestAnimationFrame(picture);
}

try {
  start(new Stage(canvas, settings.get('q')));
} catch (problem) {
  hud.say(MESSAGES.noGraphics);
  throw problem;
}
