/** The admin page: who comes in, and what they see and do. */
import '../web/css/page.css';
import '../web/css/lobby.css';
import '../web/css/sheets.css';
import './admin.css';
import { make, show, write } from '../web/page/elements.ts';
import { Door, type Me, may, Refused } from './door.ts';
import { Feed } from './feed.ts';
import { Health } from './health.ts';
import { History } from './history.ts';
import { Houses } from './houses.ts';
import type { Moment } from './moment.ts';
import { People } from './people.ts';
import { Bans, Log } from './records.ts';
import { Settings } from './settings.ts';
import { SignIn } from './sign-in.ts';
import { Tabs } from './tabs.ts';

const REFRESH_MILLIS = 2000;

class AdminPage {
  private readonly root: Element;
  private readonly door = new Door();
  private readonly signIn: SignIn;
  private readonly title: HTMLElement;
  private readonly leave: HTMLButtonElement;
  private readonly link: HTMLElement;
  private readonly toast: HTMLElement;
  private desk: HTMLElement | null = null;
  private feed: Feed | null = null;
  private timer = 0;

  constructor(root: Element) {
    this.root = root;
    const head = make('header', root, { class: 'admin-head' });
    make('h1', head, { text: 'Orbit' });
    this.title = make('p', head, { class: 'note' });
    this.link = make('p', head, { class: 'link', role: 'status' });
    this.leave = make('button', head, { class: 'plain', text: 'Sign out' });
    this.leave.addEventListener('click', () => this.out(''));
    this.signIn = new SignIn(root, (token) => {
      this.door.signIn(token);
      void this.enter();
    });
    this.toast = make('p', root, { class: 'toast', role: 'status' });
    if (this.door.open) void this.enter();
    else this.out('');
  }

  private async enter(): Promise<void> {
    try {
      const me = await this.door.me();
      this.signIn.root.hidden = true;
      show(this.leave, true);
      write(this.title, `${me.name} may ${me.role} · ${me.version}`);
      this.open(me);
    } catch (problem) {
      const why = problem instanceof Refused ? problem.message : 'the server does not answer';
      if (problem instanceof Refused && problem.status === 401) this.door.signOut();
      this.out(why);
    }
  }

  private out(problem: string): void {
    this.feed?.stop();
    window.clearInterval(this.timer);
    this.desk?.remove();
    if (problem === '') this.door.signOut();
    for (const each of [this.title, this.link, this.toast]) write(each, '');
    show(this.leave, false);
    this.signIn.ask(problem);
  }

  private open(me: Me): void {
    this.desk?.remove();
    const desk = make('div', this.root, { class: 'admin-desk' });
    this.desk = desk;
    const tabs = new Tabs(desk);
    const history = new History();
    const told = (words: string): void => this.tell(words);
    let current: { refresh(): Promise<void> } | null = null;
    const live = (draw: () => void) => () => {
      current = null;
      draw();
    };
    const shown = tabs.page(
      'Health',
      live(() => health?.draw()),
    );
    const health = new Health(shown, history);
    const rooms = new Houses(
      tabs.page(
        'Rooms',
        live(() => {}),
      ),
      this.door,
      me,
      told,
    );
    const turn = (make: () => { refresh(): Promise<void> }) => () => {
      current = make();
      this.guard(current.refresh());
    };
    const people = new People(
      tabs.page(
        'Players',
        turn(() => people),
      ),
      this.door,
      me,
      told,
    );
    if (may(me, 'moderate')) {
      const bans = new Bans(
        tabs.page(
          'Bans',
          turn(() => bans),
        ),
        this.door,
        told,
      );
      const log = new Log(
        tabs.page(
          'Log',
          turn(() => log),
        ),
        this.door,
      );
    }
    if (may(me, 'admin')) {
      const settings = new Settings(
        tabs.page(
          'Settings',
          turn(() => settings),
        ),
        this.door,
        told,
      );
    }
    tabs.choose(0);
    this.timer = window.setInterval(() => {
      if (current === people) this.guard(people.refresh());
    }, REFRESH_MILLIS);
    this.listen(history, (moment) => {
      health.take(moment);
      health.draw();
      rooms.take(moment);
    });
  }

  private listen(history: History, shown: (moment: Moment) => void): void {
    this.feed = new Feed(this.door, {
      edges: (millis) => {
        history.edgesMillis = millis;
      },
      moment: (moment) => {
        write(this.link, 'live');
        this.link.dataset.state = 'live';
        history.take(moment, performance.now() / 1000);
        shown(moment);
        document.body.dataset.moments = String(history.points.length);
      },
      lost: (why) => {
        write(this.link, `not live: ${why}`);
        this.link.dataset.state = 'lost';
      },
      stranger: () => this.out('the token is good for nothing any more'),
    });
    this.feed.start();
  }

  private guard(asked: Promise<void>): void {
    asked.catch((problem: Error) => {
      if (problem instanceof Refused) this.tell(problem.message);
    });
  }

  private tell(words: string): void {
    write(this.toast, words);
  }
}

const root = document.querySelector('#admin');
if (root) new AdminPage(root);
