/** The settings: a modal dialog with tabs, walked by keys as well as by hand. Owned by the page. */
import { copyText } from '../page/clipboard.ts';
import { make, show, write } from '../page/elements.ts';
import type { Word } from '../words/en.ts';
import { LANGUAGE_NAMES, type Language } from '../words/languages.ts';
import type { Speech } from '../words/speech.ts';
import type { Choices } from './choices.ts';
import { KeyRows } from './key-rows.ts';
import { Rows } from './rows.ts';

const TABS = ['setGeneral', 'setPicture', 'setSound', 'setKeys', 'setNet'] as const;

export class SettingsPanel {
  private readonly dialog: HTMLDialogElement;
  private readonly tabs: HTMLButtonElement[] = [];
  private readonly pages: HTMLElement[] = [];
  private readonly keyRows: KeyRows;
  private readonly choices: Choices;
  private readonly speech: Speech;
  private readonly foot: HTMLElement;
  private readonly invite: HTMLButtonElement;
  private carried: HTMLTextAreaElement | null = null;

  constructor(parent: Element, choices: Choices, speech: Speech, leave: () => void) {
    this.choices = choices;
    this.speech = speech;
    this.dialog = make('dialog', parent, { class: 'sheet settings' });
    this.dialog.setAttribute('aria-labelledby', 'settings-title');
    const head = make('header', this.dialog);
    make('h2', head, { say: 'settings' }).id = 'settings-title';
    const close = make('button', head, { class: 'tool', name: 'close', text: '✕' });
    close.addEventListener('click', () => this.dialog.close());
    const bar = make('div', this.dialog, { class: 'tabs', role: 'tablist' });
    bar.addEventListener('keydown', (event) => this.walk(event));
    TABS.forEach((word, i) => {
      this.tab(bar, word, i);
    });
    this.general(this.pages[0]!);
    this.picture(this.pages[1]!);
    this.sound(this.pages[2]!);
    make('p', this.pages[3]!, { class: 'note', say: 'pads' });
    make('p', this.pages[3]!, { class: 'note', say: 'padMenus' });
    const rows = new Rows(choices);
    rows.select(this.pages[3]!, 'aim', 'aim', [
      ['held', 'aimHeld'],
      ['always', 'aimAlways'],
    ]);
    this.keyRows = new KeyRows(this.pages[3]!, choices, speech);
    this.network(this.pages[4]!);
    const foot = make('footer', this.dialog);
    const lobby = make('button', foot, { class: 'plain', say: 'lobby' });
    lobby.addEventListener('click', () => {
      this.dialog.close();
      leave();
    });
    this.invite = make('button', foot, { class: 'plain', say: 'copyLink' });
    this.invite.addEventListener('click', () => void this.copyLink());
    this.foot = foot;
    this.dialog.addEventListener('cancel', (event) => {
      if (this.keyRows.busy()) event.preventDefault();
    });
    this.choose(0);
  }

  isOpen(): boolean {
    return this.dialog.open;
  }

  /** `flying`: there is a room to leave. */
  open(flying: boolean): void {
    show(this.foot, flying);
    write(this.invite, this.speech.say('copyLink'));
    if (this.carried) this.carried.value = this.choices.carried();
    this.keyRows.show();
    this.dialog.showModal();
    this.tabs.find((tab) => tab.tabIndex === 0)?.focus();
  }

  close(): void {
    this.dialog.close();
  }

  /** To the room one is in, for friends. */
  private async copyLink(): Promise<void> {
    const link = location.origin + location.pathname;
    const copied = await copyText(link);
    write(this.invite, copied ? this.speech.say('copied') : link);
  }

  private tab(bar: Element, say: Word, i: number): void {
    const tab = make('button', bar, { say, role: 'tab' });
    const page = make('div', this.dialog, { class: 'page', role: 'tabpanel' });
    tab.id = `tab-${say}`;
    page.id = `page-${say}`;
    page.tabIndex = 0;
    tab.setAttribute('aria-controls', page.id);
    page.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', () => this.choose(i));
    this.tabs.push(tab);
    this.pages.push(page);
  }

  private choose(chosen: number): void {
    this.tabs.forEach((tab, i) => {
      tab.setAttribute('aria-selected', String(i === chosen));
      tab.tabIndex = i === chosen ? 0 : -1;
      show(this.pages[i]!, i === chosen);
    });
  }

  private walk(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const now = this.tabs.findIndex((tab) => tab.tabIndex === 0);
    const next = (now + step + this.tabs.length) % this.tabs.length;
    this.choose(next);
    this.tabs[next]!.focus();
    event.preventDefault();
  }

  private general(page: Element): void {
    const rows = new Rows(this.choices);
    const languages = Object.entries(LANGUAGE_NAMES) as [Language, string][];
    rows.select(
      page,
      'language',
      'language',
      languages.map(([code, text]) => [code, { text }]),
    );
    rows.range(page, 'textScale', 'textScale', [0.8, 1.6, 0.1]);
    this.carry(page);
  }

  private picture(page: Element): void {
    const rows = new Rows(this.choices);
    rows.select(page, 'palette', 'palette', [
      ['neon', 'paletteNeon'],
      ['safe', 'paletteSafe'],
    ]);
    rows.select(page, 'motion', 'motion', [
      ['auto', 'motionAuto'],
      ['full', 'motionFull'],
      ['calm', 'motionCalm'],
    ]);
    rows.select(page, 'quality', 'quality', [
      ['auto', 'qualityAuto'],
      ['low', 'qualityLow'],
      ['medium', 'qualityMedium'],
      ['high', 'qualityHigh'],
    ]);
  }

  private sound(page: Element): void {
    const rows = new Rows(this.choices);
    rows.range(page, 'volume', 'volume', [0, 1, 0.05]);
    rows.check(page, 'music', 'music');
    rows.check(page, 'muted', 'muted');
  }

  private network(page: Element): void {
    const rows = new Rows(this.choices);
    rows.check(page, 'graph', 'graph');
    make('h3', page, { say: 'weather' });
    make('p', page, { class: 'note', say: 'weatherHint' });
    rows.weather(page, 'delayMillis', 'delay', 600);
    rows.weather(page, 'jitterMillis', 'jitter', 300);
    rows.weather(page, 'stallsPerMinute', 'stalls', 20);
    rows.weather(page, 'dropPercent', 'drop', 20);
  }

  /** All settings as a text to copy, or to paste and apply. */
  private carry(page: Element): void {
    make('h3', page, { say: 'carry' });
    make('p', page, { class: 'note', say: 'carryHint' });
    const field = make('textarea', page, { name: 'carry' });
    field.spellcheck = false;
    field.rows = 3;
    this.carried = field;
    const buttons = make('div', page, { class: 'buttons' });
    const apply = make('button', buttons, { say: 'apply' });
    const reset = make('button', buttons, { class: 'plain', say: 'defaults' });
    const said = make('p', page, { class: 'note', role: 'status' });
    apply.addEventListener('click', () => {
      const taken = this.choices.takeOver(field.value);
      said.textContent = this.speech.say(taken ? 'applied' : 'applyFailed');
    });
    reset.addEventListener('click', () => {
      this.choices.reset();
      field.value = this.choices.carried();
    });
  }
}
