/** The doctor's page: measures, shows it live, and says in words what it means. */
import '../css/page.css';
import './doctor.css';
import { copyText } from '../page/clipboard.ts';
import { make, show, write } from '../page/elements.ts';
import { jitter, median, type Readings, TRANSPORTS, type Transport } from './figures.ts';
import { Panel } from './panel.ts';
import { Probes } from './probes.ts';
import { millis, report } from './report.ts';
import { judge } from './verdict.ts';

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

  constructor(root: HTMLElement, seconds: number) {
    this.seconds = seconds;
    const head = make('header', root, { class: 'head' });
    make('h1', head, { text: 'Connection doctor' });
    this.headline = make('p', head, { class: 'headline', role: 'status' });
    this.findings = make('ul', head, { class: 'findings' });
    this.progress = make('progress', head);
    this.progress.setAttribute('aria-label', 'How far the measurement is');
    this.way = make('p', head, { class: 'note number' });
    const grid = make('div', root, { class: 'grid' });
    this.panels = new Map(TRANSPORTS.map((each) => [each, new Panel(grid, each)]));
    const foot = make('section', root, { class: 'card foot' });
    make('h2', foot, { text: 'Report' });
    this.text = make('textarea', foot);
    this.text.readOnly = true;
    this.text.setAttribute('aria-label', 'Report');
    const buttons = make('div', foot, { class: 'buttons' });
    const copy = make('button', buttons, { text: 'Copy the report' });
    copy.addEventListener('click', () => void this.copy(copy));
    this.again = make('button', buttons, { text: 'Measure again' });
    this.again.addEventListener('click', () => void this.run());
    const home = make('a', buttons, { text: 'To the lobby' });
    home.href = '/';
  }

  async run(): Promise<void> {
    document.body.dataset.status = 'measuring';
    this.again.disabled = true;
    this.text.value = '';
    this.findings.replaceChildren();
    write(this.headline, 'Measuring…');
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
    const parts = [
      `round trip ${millis(median(roundTripMillis))}`,
      `jitter ${millis(jitter(roundTripMillis))}`,
      `clock ${millis(offsetMillis)} off`,
      secure ? 'over TLS (wss)' : 'not over TLS',
    ];
    write(this.way, parts.join(' · '));
  }

  private conclude(readings: Readings): void {
    const verdict = judge(readings);
    write(this.headline, verdict.advice);
    for (const { fault, words } of verdict.findings) {
      make('li', this.findings, { text: words }).dataset.fault = fault;
    }
    show(this.progress, false);
    this.text.value = report(readings, verdict, location.host);
    this.again.disabled = false;
    document.body.dataset.status = 'done';
  }

  private async copy(button: HTMLButtonElement): Promise<void> {
    if (await copyText(this.text.value)) write(button, 'Copied');
  }
}

const asked = Number(new URLSearchParams(location.search).get('seconds'));
const seconds = asked >= 2 && asked <= 120 ? asked : SECONDS;
void new Doctor(document.querySelector<HTMLElement>('#doctor')!, seconds).run();
