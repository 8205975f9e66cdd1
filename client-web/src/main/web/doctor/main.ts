/** The doctor's page: measures, shows it live, and says what it means, in the reader's words. */
import '../css/page.css';
import './doctor.css';
import { copyText } from '../page/clipboard.ts';
import { make, show, write } from '../page/elements.ts';
import { Choices } from '../settings/choices.ts';
import { jitter, median, type Readings, TRANSPORTS, type Transport } from './figures.ts';
import { Panel } from './panel.ts';
import { Probes } from './probes.ts';
import { millis, report } from './report.ts';
import { judge } from './verdict.ts';
import { type Say, sayIn } from './words/speech.ts';

const SECONDS = 15;
const SHOW_EVERY_MILLIS = 200;

class Doctor {
  private readonly headline: HTMLElement;
  private readonly findings: HTMLElement;
  private readonly way: HTMLElement;
  private readonly progress: HTMLProgressElement;
  private readonly panels: ReadonlyMap<Transport, Panel>;
  private readonly text: HTMLTextAreaElement;
  private readonly again: HTMLButtonElement;
  private readonly seconds: number;
  private readonly say: Say;

  constructor(root: HTMLElement, seconds: number, say: Say) {
    this.seconds = seconds;
    this.say = say;
    const head = make('header', root, { class: 'head' });
    make('h1', head, { text: say('title') });
    this.headline = make('p', head, { class: 'headline', role: 'status' });
    this.findings = make('ul', head, { class: 'findings' });
    this.progress = make('progress', head);
    this.progress.setAttribute('aria-label', say('progress'));
    this.way = make('p', head, { class: 'note number' });
    const grid = make('div', root, { class: 'grid' });
    this.panels = new Map(TRANSPORTS.map((each) => [each, new Panel(grid, each, say)]));
    const foot = make('section', root, { class: 'card foot' });
    make('h2', foot, { text: say('report') });
    make('p', foot, { class: 'note', text: say('reportNote') });
    this.text = make('textarea', foot);
    this.text.readOnly = true;
    this.text.setAttribute('aria-label', say('report'));
    this.text.lang = 'en';
    const buttons = make('div', foot, { class: 'buttons' });
    const copy = make('button', buttons, { text: say('copy') });
    copy.addEventListener('click', () => void this.copy(copy));
    this.again = make('button', buttons, { text: say('again') });
    this.again.addEventListener('click', () => void this.run());
    const home = make('a', buttons, { text: say('lobby') });
    home.href = '/';
  }

  async run(): Promise<void> {
    document.body.dataset.status = 'measuring';
    this.again.disabled = true;
    this.text.value = '';
    this.findings.replaceChildren();
    write(this.headline, this.say('measuring'));
    show(this.progress, true);
    const probes = new Probes(location.protocol === 'https:', (transport, late) =>
      this.panels.get(transport)?.heard(late),
    );
    const begunMillis = performance.now();
    const timer = setInterval(() => {
      this.progress.value = (performance.now() - begunMillis) / 1000 / this.seconds;
      this.show(probes.readings(), false);
    }, SHOW_EVERY_MILLIS);
    const readings = await probes.run(this.seconds);
    clearInterval(timer);
    this.show(readings, true);
    this.conclude(readings);
  }

  private show(readings: Readings, over: boolean): void {
    for (const [transport, panel] of this.panels) panel.show(readings[transport], over);
    const { roundTripMillis, offsetMillis, secure } = readings.way;
    if (roundTripMillis.length === 0) return;
    const { say } = this;
    const parts = [
      say('trip', { time: millis(median(roundTripMillis), say) }),
      say('jitter', { time: millis(jitter(roundTripMillis), say) }),
      say('clock', { time: millis(offsetMillis, say) }),
      say(secure ? 'tls' : 'noTls'),
    ];
    write(this.way, parts.join(' · '));
  }

  private conclude(readings: Readings): void {
    const verdict = judge(readings, this.say);
    write(this.headline, verdict.advice);
    for (const { fault, words } of verdict.findings) {
      make('li', this.findings, { text: words }).dataset.fault = fault;
    }
    show(this.progress, false);
    this.text.value = report(readings, location.host);
    this.again.disabled = false;
    document.body.dataset.status = 'done';
  }

  private async copy(button: HTMLButtonElement): Promise<void> {
    if (await copyText(this.text.value)) write(button, this.say('copied'));
  }
}

const asked = Number(new URLSearchParams(location.search).get('seconds'));
const seconds = asked >= 2 && asked <= 120 ? asked : SECONDS;
const { language, textScale } = new Choices(localStorage, navigator.languages).now();
const say = sayIn(language);
document.documentElement.lang = language;
document.documentElement.style.setProperty('--scale', String(textScale));
document.title = say('title');
void new Doctor(document.querySelector<HTMLElement>('#doctor')!, seconds, say).run();
