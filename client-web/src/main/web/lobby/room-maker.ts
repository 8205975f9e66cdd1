/** A dialog that opens a room of one's own and hands out its link. Owned by the lobby. */
import { copyText } from '../page/clipboard.ts';
import { make, show, write } from '../page/elements.ts';
import type { Word } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';
import { linkTo, MODES, type Mode, openRoom, type RoomWish } from './rooms.ts';

const SEATS = [2, 4, 8, 16, 32, 64] as const;
const BOTS = [0, 1, 3, 5, 7, 11, 15, 23, 31] as const;
const SIDES = [2, 3, 4] as const;
const MOST_PASSWORD_LENGTH = 64;

export class RoomMaker {
  private readonly dialog: HTMLDialogElement;
  private readonly form: HTMLFormElement;
  private readonly done: HTMLElement;
  private readonly link: HTMLInputElement;
  private readonly copy: HTMLButtonElement;
  private readonly problem: HTMLElement;
  private readonly speech: Speech;
  private readonly modes = new Map<Mode, HTMLInputElement>();
  private readonly seats: HTMLSelectElement;
  private readonly bots: HTMLSelectElement;
  private readonly sides: HTMLSelectElement;
  private readonly password: HTMLInputElement;
  private readonly listed: HTMLInputElement;
  private room = '';

  /** `fly`: into the room that was opened, with its password. */
  constructor(parent: Element, speech: Speech, fly: (room: string, password: string) => void) {
    this.speech = speech;
    this.dialog = make('dialog', parent, { class: 'sheet maker' });
    this.dialog.setAttribute('aria-labelledby', 'maker-title');
    const head = make('header', this.dialog);
    make('h2', head, { say: 'newRoom' }).id = 'maker-title';
    const close = make('button', head, { class: 'tool', name: 'close', text: '✕' });
    close.addEventListener('click', () => this.dialog.close());
    this.form = make('form', this.dialog);
    this.modeField();
    this.seats = this.select('seats', SEATS, 8);
    this.sides = this.select('sides', SIDES, 2);
    this.bots = this.select('bots', BOTS, 3);
    this.password = make('input', this.row('passwordIfAny'));
    this.password.maxLength = MOST_PASSWORD_LENGTH;
    this.password.setAttribute('autocomplete', 'off');
    this.listed = make('input', this.row('listed'));
    this.listed.type = 'checkbox';
    this.problem = make('p', this.form, { class: 'problem', role: 'alert' });
    make('button', this.form, { class: 'primary', say: 'openRoom' }).type = 'submit';
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submit();
    });
    this.done = make('div', this.dialog, { class: 'made' });
    make('p', this.done, { say: 'roomReady', role: 'status' });
    this.link = make('input', this.done, { name: 'roomLink' });
    this.link.readOnly = true;
    const buttons = make('div', this.done, { class: 'buttons' });
    this.copy = make('button', buttons, { say: 'copyLink' });
    this.copy.addEventListener('click', () => void this.copyLink());
    const go = make('button', buttons, { class: 'primary', say: 'flyThere' });
    go.addEventListener('click', () => {
      this.dialog.close();
      fly(this.room, this.password.value);
    });
  }

  open(): void {
    show(this.form, true);
    show(this.done, false);
    this.fail('');
    this.fit();
    this.dialog.showModal();
    this.modes.get(this.mode())?.focus();
  }

  private async submit(): Promise<void> {
    try {
      this.room = await openRoom(this.wish());
    } catch (problem) {
      this.fail(problem instanceof Error ? problem.message : '');
      return;
    }
    this.link.value = linkTo(this.room);
    write(this.copy, this.speech.say('copyLink'));
    show(this.form, false);
    show(this.done, true);
    this.link.focus();
    this.link.select();
  }

  private fail(why: string): void {
    write(this.problem, why === '' ? '' : this.speech.say('roomRefused', { why }));
    show(this.problem, why !== '');
  }

  private wish(): RoomWish {
    const mode = this.mode();
    const capacity = mode === 'duel' ? 2 : Number(this.seats.value);
    const bots = Math.min(Number(this.bots.value), capacity - 1);
    const password = this.password.value;
    return {
      ...{ mode, capacity, bots, listed: this.listed.checked },
      ...(mode === 'teams' ? { teams: Number(this.sides.value) } : {}),
      ...(password === '' ? {} : { password }),
    };
  }

  private async copyLink(): Promise<void> {
    this.link.select();
    if (await copyText(this.link.value)) write(this.copy, this.speech.say('copied'));
  }

  private mode(): Mode {
    return MODES.find((mode) => this.modes.get(mode)!.checked) ?? 'ffa';
  }

  /** A duel is for two; only teams have sides. */
  private fit(): void {
    const mode = this.mode();
    show(this.seats.closest<HTMLElement>('.row')!, mode !== 'duel');
    show(this.sides.closest<HTMLElement>('.row')!, mode === 'teams');
    const most = mode === 'duel' ? 1 : Number(this.seats.value) - 1;
    for (const option of this.bots.options) option.hidden = option.disabled = +option.value > most;
    if (Number(this.bots.value) > most) this.bots.value = String(most);
  }

  private modeField(): void {
    const group = make('fieldset', this.form, { class: 'modes' });
    make('legend', group, { say: 'mode' });
    for (const mode of MODES) {
      const label = make('label', group);
      const field = make('input', label);
      [field.type, field.name, field.value] = ['radio', 'mode', mode];
      field.checked = mode === 'ffa';
      field.addEventListener('change', () => this.fit());
      make('span', label, { say: mode });
      this.modes.set(mode, field);
    }
  }

  private select(say: Word, values: readonly number[], chosen: number): HTMLSelectElement {
    const field = make('select', this.row(say));
    for (const value of values) make('option', field, { text: String(value) }).value = `${value}`;
    field.value = String(chosen);
    field.addEventListener('change', () => this.fit());
    return field;
  }

  private row(say: Word): HTMLElement {
    const row = make('label', this.form, { class: 'row' });
    make('span', row, { say });
    return row;
  }
}
