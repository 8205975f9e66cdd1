/**
 * How to fly, for whoever has not yet: one hint for each control, in terms of what is steered with,
 * gone for good once the control was used. Owned by the HUD.
 */
import type { Hand } from '../input/source.ts';
import { make } from '../page/elements.ts';
import {
  ACTION_WORDS,
  type Bindings,
  CONTROLS,
  type Control,
  keyName,
} from '../settings/bindings.ts';
import type { Word } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';

const PLACE = 'apsis.learnt';
/** On the standard mapping, as printed on the most common pads. */
const PAD_KEYS: Readonly<Partial<Record<Control, string>>> = {
  thrust: 'L',
  fire: 'A',
  boost: 'B',
  brake: 'X',
  jump: 'Y',
};
/** Shown one by one: a thumb's way to each control. */
const THUMB_WORDS: readonly (readonly [Control, Word])[] = [
  ['thrust', 'thumbStick'],
  ['fire', 'thumbFire'],
  ['boost', 'thumbBoost'],
  ['brake', 'thumbBrake'],
  ['jump', 'thumbJump'],
];

export class Hints {
  private readonly root: HTMLElement;
  private readonly speech: Speech;
  private readonly store: Storage;
  private readonly learnt: Set<string>;
  private bindings: Bindings;
  private hand: Hand = 'keys';
  private watching = false;

  constructor(parent: Element, speech: Speech, store: Storage, bindings: Bindings) {
    this.speech = speech;
    this.store = store;
    this.bindings = bindings;
    this.learnt = new Set((store.getItem(PLACE) ?? '').split(' '));
    this.root = make('p', parent, { class: 'hint' });
    this.write();
  }

  /** In the language of the moment, with the keys of the moment. */
  fill(bindings: Bindings): void {
    this.bindings = bindings;
    this.write();
  }

  /** Plain words instead, for who only watches. */
  say(words: string): void {
    this.watching = true;
    this.root.replaceChildren();
    make('span', this.root, { text: words });
  }

  /** The settings were opened: who did that knows how. */
  opened(): void {
    if (this.learnt.has('menu')) return;
    this.learnt.add('menu');
    this.store.setItem(PLACE, [...this.learnt].join(' ').trim());
    this.write();
  }

  /** Looks what has been used by now, and with what. */
  watch(hand: Hand, used: (control: Control) => boolean): void {
    if (this.watching) return;
    const before = this.learnt.size;
    for (const control of CONTROLS) if (used(control)) this.learnt.add(control);
    const known = this.learnt.size === before;
    if (known && hand === this.hand) return;
    this.hand = hand;
    if (!known) this.store.setItem(PLACE, [...this.learnt].join(' ').trim());
    this.write();
  }

  private write(): void {
    if (this.watching) return;
    this.root.replaceChildren();
    this.root.dataset.hand = this.hand;
    if (this.hand === 'thumbs') this.nextThumb();
    else for (const control of CONTROLS) this.item(control);
    if (this.hand === 'pad' && !this.learnt.has('menu')) this.key('Start', 'keyMenu');
  }

  private key(key: string, word: Word): void {
    const item = make('span', this.root);
    make('kbd', item, { text: key });
    item.append(` ${this.speech.say(word)}`);
  }

  private nextThumb(): void {
    const next = THUMB_WORDS.find(([control]) => !this.learnt.has(control));
    if (next) make('span', this.root, { text: this.speech.say(next[1]) });
  }

  private item(control: Control): void {
    const pad = this.hand === 'pad';
    const key = pad ? PAD_KEYS[control] : keyName(this.bindings[control][0] ?? '');
    if (!key || this.learnt.has(control)) return;
    this.key(key, pad && control === 'thrust' ? 'padStick' : ACTION_WORDS[control]);
  }
}
