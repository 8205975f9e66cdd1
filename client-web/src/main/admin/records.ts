/** What is written down: who is banned, and what admins did. Owned by the page. */
import { make, show } from '../web/page/elements.ts';
import type { Door } from './door.ts';
import { ask, lengthField } from './question.ts';
import { Table } from './table.ts';
import { moment } from './words.ts';

interface Ban {
  readonly id: number;
  readonly kind: 'addresses' | 'account';
  readonly target: string;
  readonly reason: string;
  readonly by: string;
  readonly since: string;
  readonly until: string | null;
}

export class Bans {
  private readonly door: Door;
  private readonly parent: Element;
  private readonly told: (words: string) => void;
  private readonly table: Table<Ban>;
  private readonly add: HTMLButtonElement;
  private readonly impossible: HTMLElement;

  constructor(page: Element, door: Door, told: (words: string) => void) {
    [this.parent, this.door, this.told] = [page, door, told];
    const buttons = make('div', page, { class: 'buttons' });
    this.add = make('button', buttons, { text: 'Ban…' });
    this.add.addEventListener('click', () => this.ban());
    this.impossible = make('p', page, {
      class: 'note',
      text: 'This server has no store, so that bans would not last: nobody can be banned.',
    });
    this.impossible.hidden = true;
    this.table = new Table<Ban>(page, {
      caption: 'Bans',
      nothing: 'Nobody is banned.',
      key: (ban) => String(ban.id),
      columns: [
        { title: 'Whom', text: (ban) => ban.target },
        { title: 'Why', text: (ban) => ban.reason },
        { title: 'By', text: (ban) => ban.by },
        { title: 'Since', text: (ban) => moment(ban.since) },
        { title: 'Until', text: (ban) => (ban.until ? moment(ban.until) : 'for good') },
      ],
      deeds: [{ title: () => 'Lift', run: (ban) => this.lift(ban) }],
    });
  }

  async refresh(): Promise<void> {
    const answer = await this.door.ask<{ bans: Ban[]; possible: boolean }>('GET', '/bans');
    this.table.write(answer.bans);
    show(this.add, answer.possible);
    show(this.impossible, !answer.possible);
  }

  private ban(): void {
    const fields = [
      { name: 'addresses', label: 'Address or range', hint: '203.0.113.0/24, 2001:db8::/32' },
      { name: 'account', label: 'or account', hint: 'a claimed name' },
      lengthField(true),
      { name: 'reason', label: 'Why (who is banned is told)', hint: 'may be empty' },
    ];
    const run = async (answers: Readonly<Record<string, string>>): Promise<string> => {
      const body = { ...answers, minutes: Number(answers.minutes) };
      const { target, dismissed } = await this.door.ask<{ target: string; dismissed: number }>(
        'POST',
        '/bans',
        body,
      );
      return `${target} is banned; ${dismissed} sent away.`;
    };
    ask(this.parent, { title: 'Ban', fields, deed: 'Ban', run }, (done) => this.done(done));
  }

  private lift(ban: Ban): void {
    void this.door
      .ask('DELETE', `/bans/${ban.id}`)
      .then(() => this.done(`${ban.target} may come in again.`))
      .catch((refusal: Error) => this.told(refusal.message));
  }

  private done(words: string): void {
    this.told(words);
    void this.refresh();
  }
}

interface Entry {
  readonly id: number;
  readonly at: string;
  readonly by: string;
  readonly role: string;
  readonly action: string;
  readonly target: string;
  readonly detail: string;
}

export class Log {
  private readonly door: Door;
  private readonly table: Table<Entry>;
  private readonly older: HTMLButtonElement;
  private entries: Entry[] = [];

  constructor(page: Element, door: Door) {
    this.door = door;
    this.table = new Table<Entry>(page, {
      caption: 'What admins did',
      nothing: 'Nobody has done anything yet.',
      key: (entry) => String(entry.id),
      columns: [
        { title: 'When', text: (entry) => moment(entry.at) },
        { title: 'Who', text: (entry) => `${entry.by} (${entry.role})` },
        { title: 'What', text: (entry) => entry.action },
        { title: 'To', text: (entry) => entry.target },
        { title: 'More', text: (entry) => entry.detail },
      ],
      deeds: [],
    });
    this.older = make('button', page, { class: 'plain', text: 'Older' });
    this.older.addEventListener('click', () => void this.more());
  }

  async refresh(): Promise<void> {
    this.entries = [];
    await this.more();
  }

  private async more(): Promise<void> {
    const last = this.entries.at(-1);
    const path = last ? `/audit?before=${last.id}` : '/audit';
    const { entries } = await this.door.ask<{ entries: Entry[] }>('GET', path);
    this.entries = [...this.entries, ...entries];
    this.table.write(this.entries);
    show(this.older, entries.length >= 100);
  }
}
