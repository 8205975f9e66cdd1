/** What the server is set to, and what may be changed while it runs. Owned by the page. */
import { make } from '../web/page/elements.ts';
import type { Door } from './door.ts';
import { ask } from './question.ts';
import { Table } from './table.ts';

interface Setting {
  readonly path: string;
  readonly value: string;
  readonly source: string;
  readonly effect: string;
  readonly about: string;
  readonly allowed: string;
  readonly changeable: boolean;
  readonly waits: boolean;
}

export class Settings {
  private readonly door: Door;
  private readonly parent: Element;
  private readonly told: (words: string) => void;
  private readonly table: Table<Setting>;

  constructor(page: Element, door: Door, told: (words: string) => void) {
    [this.parent, this.door, this.told] = [page, door, told];
    make('p', page, {
      class: 'note',
      text: 'What is changed here holds until the server ends; to keep it, write it into the file.',
    });
    this.table = new Table<Setting>(page, {
      caption: 'Settings',
      nothing: 'This server was started without settings.',
      key: (setting) => setting.path,
      columns: [
        { title: 'Setting', text: (setting) => setting.path },
        { title: 'Is', text: (setting) => setting.value || '–' },
        { title: 'From', text: (setting) => setting.source },
        {
          title: 'A change holds',
          text: (setting) => setting.effect + (setting.waits ? ' (waits for it)' : ''),
        },
      ],
      deeds: [{ title: title, run: (setting) => this.change(setting) }],
    });
  }

  async refresh(): Promise<void> {
    const { settings } = await this.door.ask<{ settings: Setting[] }>('GET', '/settings');
    this.table.write(settings);
  }

  private change(setting: Setting): void {
    const label = `${setting.path} is ${setting.allowed}`;
    const fields = setting.changeable ? [{ name: 'value', label, value: setting.value }] : [];
    const run = async ({ value }: Readonly<Record<string, string>>): Promise<string> => {
      if (value === undefined) return '';
      const body = { path: setting.path, value };
      const { changes } = await this.door.ask<{ changes: string[] }>('POST', '/settings', body);
      void this.refresh();
      return changes.length > 0 ? changes.join('; ') : 'It was that already.';
    };
    const deed = setting.changeable ? 'Change' : 'Close';
    ask(this.parent, { title: setting.path, words: setting.about, fields, deed, run }, this.told);
  }
}

function title(setting: Setting): string {
  return setting.changeable ? 'Change' : 'About';
}
