/** The rooms, with what may be done to them and to the server. Owned by the page. */
import { make } from '../web/page/elements.ts';
import { type Door, type Me, may } from './door.ts';
import type { Moment, RoomMoment } from './moment.ts';
import { ask } from './question.ts';
import { Table } from './table.ts';
import { bytes } from './words.ts';

const SECONDS = { name: 'seconds', label: 'Seconds a round may still take', value: '20' };

export class Houses {
  private readonly door: Door;
  private readonly parent: Element;
  private readonly told: (words: string) => void;
  private readonly table: Table<RoomMoment>;

  constructor(page: Element, door: Door, me: Me, told: (words: string) => void) {
    [this.parent, this.door, this.told] = [page, door, told];
    const buttons = make('div', page, { class: 'buttons' });
    if (may(me, 'moderate')) {
      const announce = make('button', buttons, { text: 'Announce…' });
      announce.addEventListener('click', () => this.announce(''));
    }
    if (may(me, 'admin')) {
      const drain = make('button', buttons, { class: 'grave', text: 'End the server…' });
      drain.addEventListener('click', () => this.drain());
    }
    this.table = new Table<RoomMoment>(page, {
      caption: 'Rooms',
      nothing: 'No room is open.',
      key: (room) => room.address,
      columns: [
        { title: 'Room', text: title },
        { title: 'Mode', text: (room) => room.mode },
        { title: 'People', text: (room) => `${room.people} of ${room.capacity}`, number: true },
        { title: 'Bots', text: (room) => String(room.players - room.people), number: true },
        { title: 'Viewers', text: (room) => String(room.viewers), number: true },
        { title: 'Sent', text: (room) => bytes(room.bytes), number: true },
        { title: 'Dropped', text: (room) => `${room.dropped} ticks`, number: true },
        { title: 'Relief', text: (room) => room.relief },
      ],
      deeds: may(me, 'moderate')
        ? [
            { title: () => 'Announce', run: (room) => this.announce(room.id) },
            { title: () => 'Restart', run: (room) => this.begin(room, 'restart') },
            { title: () => 'Next', run: (room) => this.begin(room, 'next') },
          ]
        : [],
    });
  }

  take(moment: Moment): void {
    this.table.write(moment.rooms);
  }

  private announce(room: string): void {
    const title = room ? `Say something in ${room}` : 'Say something to everybody';
    const fields = [{ name: 'words', label: 'Words', hint: 'at most 120 characters' }];
    const run = async ({ words }: Readonly<Record<string, string>>): Promise<string> => {
      const { heard } = await this.door.ask<{ heard: number }>('POST', '/announce', {
        words,
        room,
      });
      return `${heard} heard it.`;
    };
    ask(this.parent, { title, fields, deed: 'Say it', run }, this.told);
  }

  private begin(room: RoomMoment, deed: 'restart' | 'next'): void {
    const again = deed === 'restart';
    const words = 'It begins at once, and everybody goes there; scores begin anew.';
    const run = async (): Promise<string> => {
      await this.door.ask('POST', `/rooms/${encodeURIComponent(room.id)}/${deed}`, {});
      return again ? `${room.id} began anew.` : `${room.id} has its next turn.`;
    };
    const title = again ? `Begin ${room.id} anew?` : `Next turn of ${room.id}?`;
    ask(this.parent, { title, words, fields: [], deed: 'Begin', run }, this.told);
  }

  private drain(): void {
    const words = 'Nobody is let in any more; the process ends when all rounds have.';
    const run = async ({ seconds }: Readonly<Record<string, string>>): Promise<string> => {
      await this.door.ask('POST', '/drain', { seconds: Number(seconds) });
      return 'The server ends.';
    };
    const title = 'End the server?';
    ask(this.parent, { title, words, fields: [SECONDS], deed: 'End it', run }, this.told);
  }
}

function title(room: RoomMoment): string {
  return `${room.id}${room.locked ? ' 🔒' : ''}${room.listed ? '' : ' (not listed)'}`;
}
