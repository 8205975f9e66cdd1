/** The page's wiring: who is made of what, lobby or game, and what runs on each picture. */
import './css/page.css';
import './css/lobby.css';
import './css/rooms.css';
import './css/hud.css';
import './css/panels.css';
import './css/cards.css';
import './css/sheets.css';
import './css/touch.css';
import * as shared from '#shared';
import { Game, type Visit } from './game.ts';
import { Marks } from './hud/marks.ts';
import { GamepadSource } from './input/gamepad.ts';
import { Keyboard } from './input/keyboard.ts';
import { Mouse } from './input/mouse.ts';
import { Pilot } from './input/pilot.ts';
import { Thumbs } from './input/thumbs.ts';
import { Touch } from './input/touch.ts';
import { Backdrop } from './lobby/backdrop.ts';
import { Lobby } from './lobby/lobby.ts';
import { type BeatenRecord, OwnFeed } from './lobby/own-feed.ts';
import { addressOf, roomOf } from './net/address.ts';
import { tokenFor } from './net/badge.ts';
import { show, write } from './page/elements.ts';
import { keepForOffline } from './page/install.ts';
import { PadWalk } from './page/pad-walk.ts';
import { listenForWishes } from './page/shortcuts.ts';
import { choosePalette, neon, paint } from './render/palette.ts';
import { Stage } from './render/stage.ts';
import { Choices } from './settings/choices.ts';
import { SettingsPanel } from './settings/panel.ts';
import { Music } from './sound/music.ts';
import { Speaker } from './sound/speaker.ts';
import { Voices } from './sound/voices.ts';
import { ANYONE, subjectOf } from './watch/subject.ts';
import { Speech } from './words/speech.ts';

const LINK_RUN_MILLIS = 100;
const COMMAND_MILLIS = 16;
const query = new URLSearchParams(location.search);
const canvas = document.querySelector('canvas')!;
const root = document.querySelector<HTMLElement>('#hud')!;
const choices = new Choices(localStorage, navigator.languages);
const speech = new Speech();
const still = matchMedia('(prefers-reduced-motion: reduce)');

function start(stage: Stage): void {
  const speaker = new Speaker();
  const music = new Music(() => speaker.desk());
  const [keyboard, mouse, touch] = [new Keyboard(), new Mouse(false), new Touch()];
  const pads = () => navigator.getGamepads?.() ?? [];
  const pad = new GamepadSource(pads);
  const likely = matchMedia('(pointer: coarse)').matches ? 'thumbs' : 'keys';
  const pilot = new Pilot(shared, [keyboard, mouse, pad, touch], likely);
  const thumbs = new Thumbs(document.querySelector('#thumbs')!, touch);
  const backdrop = new Backdrop(shared);
  const sky = backdrop.sky();
  let game: Game | null = null;

  const panel = new SettingsPanel(document.body, choices, speech, () => toLobby());
  const ground = {
    ...{ shared, root, canvas, stage, speech, choices, pilot, thumbs },
    voices: new Voices(() => speaker.desk()),
    marks: new Marks(document.body),
    toLobby,
    menu: openMenu,
  };
  const walk = new PadWalk({
    menu: () => (panel.isOpen() ? panel.close() : openMenu()),
    back: () => game && !game.chat.close() && toLobby(),
    aloft: (wish) => game?.wish(wish),
  });
  const lobby = new Lobby(document.querySelector('#lobby')!, choices, speech, {
    fly: (flying) => {
      const { room, password, spectate } = flying;
      history.pushState(null, '', addressOf(room, spectate, location.search));
      enter({ room, name: choices.now().name, subject: spectate ? ANYONE : null, password });
    },
    settings: openMenu,
  });

  const own = new OwnFeed((address) => new EventSource(address), tell);

  function tell({ mode, who, score, yours }: BeatenRecord): void {
    const words = speech.say('recordBeaten', { mode: speech.say(mode), who, score, yours });
    if (game) game.hud.tell(words, performance.now());
    else lobby.tell(words);
  }

  function enter(visit: Visit): void {
    game?.leave();
    own.follow(tokenFor(visit.name, localStorage));
    lobby.shown(false);
    show(root, true);
    (document.activeElement as HTMLElement | null)?.blur();
    game = new Game(ground, visit, enter);
    game.run(performance.now());
    game.hud.graph.shown(choices.now().graph);
    thumbs.shown(visit.subject === null);
  }

  function openMenu(): void {
    game?.hud.hints.opened();
    panel.open(game !== null);
  }

  function toLobby(): void {
    history.pushState(null, '', addressOf(null, false, location.search));
    follow();
  }

  /** Shows what the address says. */
  function follow(): void {
    const room = roomOf(location.pathname);
    if (room !== null) {
      const asked = new URLSearchParams(location.search);
      const name = asked.get('name') ?? choices.now().name;
      enter({ room, name, subject: subjectOf(location.search), password: '' });
      return;
    }
    game?.leave();
    game = null;
    thumbs.shown(false);
    show(root, false);
    document.body.dataset.status = 'lobby';
    lobby.shown(true);
  }

  choices.each((settings) => {
    speech.speak(settings.language);
    document.documentElement.lang = settings.language;
    document.documentElement.style.setProperty('--scale', String(settings.textScale));
    speech.dress(document);
    choosePalette(settings.palette === 'safe');
    if (!game) {
      paint(0, neon(settings.hue));
      own.follow(tokenFor(settings.name, localStorage));
    }
    const calm = settings.motion === 'calm' || (settings.motion === 'auto' && still.matches);
    stage.shake.calm = calm;
    document.body.classList.toggle('calm', calm);
    stage.choose(query.get('q') ?? settings.quality);
    speaker.set(settings.volume, settings.muted);
    music.set(settings.music);
    mouse.aimAlways(settings.aim === 'always' || query.get('aim') === 'mouse');
    keyboard.bind(settings.keys);
    game?.hud.hints.fill(settings.keys);
    game?.hud.graph.shown(settings.graph);
    lobby.translated(settings.language);
  });

  const flying = () => game !== null && !panel.isOpen();
  speaker.listen(window);
  setInterval(() => music.turn(), 1000);
  keyboard.listen(window, flying);
  mouse.listen(canvas, window);
  walk.listen(window);
  thumbs.listen(() => game !== null);
  listenForWishes(choices, flying, {
    scores: (open) => game?.scores(open),
    chat: () => game?.canChat() && game.chat.open(),
    emote: () => game?.canChat() && game.chat.toggleWheel(),
    menu: () => !game?.chat.close() && openMenu(),
  });
  window.addEventListener('popstate', follow);
  window.addEventListener('pagehide', () => game?.looked(true));
  document.addEventListener('visibilitychange', () => game?.looked(document.hidden));
  follow();

  let drawnMillis = performance.now();
  function picture(nowMillis: number): void {
    const elapsedMillis = Math.max(0, nowMillis - drawnMillis);
    drawnMillis = nowMillis;
    if (walk.run(pads(), nowMillis)) pad.rest();
    else pad.poll();
    if (game) game.picture(nowMillis, elapsedMillis);
    else {
      backdrop.advance(nowMillis / 1000);
      stage.gaze = backdrop.gaze(nowMillis / 1000, innerWidth, innerHeight);
      stage.draw(sky, backdrop, nowMillis / 1000, elapsedMillis / 1000);
    }
    requestAnimationFrame(picture);
  }
  requestAnimationFrame(picture);
  setInterval(() => game?.run(performance.now()), LINK_RUN_MILLIS);
  setInterval(() => game?.command(performance.now()), COMMAND_MILLIS);
}

keepForOffline();
try {
  start(new Stage(canvas, query.get('q') ?? choices.now().quality));
} catch (problem) {
  show(root, true);
  speech.speak(choices.now().language);
  write(root, speech.say('noGraphics'));
  throw problem;
}
