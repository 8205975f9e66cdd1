/** Who is connected, and what may be done about it. Owned by the page. */
import { type Door, type Me, may } from './door.ts';
import { ask, lengthField } from './question.ts';
import { Table } from './table.ts';
import { bytes, duration, perSecond } from './words.ts';

interface Player {
  readonly id: number;
  readonly room: string;
  readonly name: string;
  readonly mark: string;
  readonly address?: string;
  readonly seconds: number;
  readonly seat: number;
  readonly bot: boolean;
  readonly score: number;
  readonly slackTicks: number;
  readonly muted: boolean;
  readonly bytes: number;
  readonly bytesPerSecond: number;
  readonly frames: number;
  readonly skipped: number;
  readonly pace: number;
}

const REASON = { name: 'reason', label: 'Why (the player is told)', hint: 'may be empty' };

export class People {
  private readonly door: Door;
  private readonly parent: Element;
  private readonly told: (words: string) => void;
  private readonly table: Table<Player>;

  constructor(page: Element, door: Door, me: Me, told: (words: string) => void) {
    [this.parent, this.door, this.told] = [page, door, told];
    const mayAct = may(me, 'moderate');
    this.table = new Table<Player>(page, {
      caption: 'Players and spectators',
      nothing: 'Nobody is connected.',
      key: (player) => String(player.id),
      columns: [
        { title: 'Name', text: title },
        { title: 'Room', text: (player) => player.room },
        { title: 'Score', text: (player) => seated(player, player.score), number: true },
        { title: 'Here', text: (player) => duration(player.seconds), number: true },
        { title: 'Slack', text: (player) => seated(player, player.slackTicks), number: true },
        { title: 'Rate', text: (player) => perSecond(player.bytesPerSecond), number: true },
        { title: 'Sent', text: (player) => bytes(player.bytes), number: true },
        { title: 'Skipped', text: skipped, number: true },
        ...(mayAct ? [{ title: 'Address', text: (player: Player) => player.address ?? '' }] : []),
      ],
      deeds: mayAct
        ? [
            { title: () => 'Kick', run: (player) => this.kick(player) },
            {
              title: (player) => (player.muted ? 'Unmute' : 'Mute'),
              run: (player) => this.mute(player),
            },
            { title: () => 'Ban', run: (player) => this.ban(player) },
          ]
        : [],
    });
  }

  async refresh(): Promise<void> {
    const { players } = await this.door.ask<{ players: Player[] }>('GET', '/players');
    this.table.write(players);
  }

  private kick(player: Player): void {
    this.question(player, 'Kick', 'The seat is free at once; the player may come back.', {
      fields: [REASON],
      run: async ({ reason }) => {
        await this.door.ask('POST', `/players/${player.id}/kick`, { reason });
        return `${player.name} was sent away.`;
      },
    });
  }

  private mute(player: Player): void {
    if (player.muted) {
      void this.door
        .ask('POST', `/players/${player.id}/mute`, { minutes: 0 })
        .then(() => this.done(`${player.name} is heard again.`))
        .catch((refusal: Error) => this.told(refusal.message));
      return;
    }
    this.question(player, 'Mute', 'Nobody hears words or signs, also after a reconnect.', {
      fields: [lengthField(false), { ...REASON, label: 'Why (for the log)' }],
      run: async ({ minutes, reason }) => {
        const body = { minutes: Number(minutes), reason };
        await this.door.ask('POST', `/players/${player.id}/mute`, body);
        return `${player.name} is muted.`;
      },
    });
  }

  private ban(player: Player): void {
    const words = `Nobody from ${player.address} can come in. Others may share that address.`;
    this.question(player, 'Ban', words, {
      fields: [lengthField(true), REASON],
      run: async ({ minutes, reason }) => {
        const body = { minutes: Number(minutes), reason };
        await this.door.ask('POST', `/players/${player.id}/ban`, body);
        return `${player.address} is banned.`;
      },
    });
  }

  private question(
    player: Player,
    deed: string,
    words: string,
    rest: Pick<Parameters<typeof ask>[1], 'fields' | 'run'>,
  ): void {
    const title = `${deed} ${player.name || 'this spectator'}?`;
    ask(this.parent, { title, words, deed, ...rest }, (done) => this.done(done));
  }

  private done(words: string): void {
    this.told(words);
    void this.refresh();
  }
}

function title(player: Player): string {
  const kind = player.seat < 0 ? ' (watches)' : player.bot ? ' (bot)' : '';
  return `${player.name || 'spectator'}${kind}${player.muted ? ' 🔇' : ''}`;
}

function seated(player: Player, value: number): string {
  return player.seat < 0 ? '–' : String(value);
}

function skipped(player: Player): string {
  const all = player.frames + player.skipped;
  const share = all === 0 ? 0 : (100 * player.skipped) / all;
  return `${share < 0.1 && share > 0 ? '<0.1' : share.toFixed(share < 10 ? 1 : 0)} %`;
}
