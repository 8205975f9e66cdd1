/** Pages behind tabs, walked by arrow keys. Owned by the page. */
import { make } from '../web/page/elements.ts';

export class Tabs {
  private readonly bar: HTMLElement;
  private readonly parent: Element;
  private readonly tabs: HTMLButtonElement[] = [];
  private readonly pages: HTMLElement[] = [];
  private readonly opened: (() => void)[] = [];

  constructor(parent: Element) {
    this.parent = parent;
    this.bar = make('div', parent, { class: 'tabs', role: 'tablist' });
    this.bar.addEventListener('keydown', (event) => this.walk(event));
  }

  /** A new page; `opened` is called each time it is turned to. */
  page(title: string, opened: () => void): HTMLElement {
    const id = title.toLowerCase();
    const index = this.tabs.length;
    const tab = make('button', this.bar, { role: 'tab', text: title });
    tab.id = `tab-${id}`;
    tab.setAttribute('aria-controls', `page-${id}`);
    tab.addEventListener('click', () => this.choose(index));
    const page = make('section', this.parent, { class: 'page', role: 'tabpanel' });
    page.id = `page-${id}`;
    page.tabIndex = 0;
    page.setAttribute('aria-labelledby', tab.id);
    this.tabs.push(tab);
    this.pages.push(page);
    this.opened.push(opened);
    return page;
  }

  choose(index: number): void {
    for (const [i, tab] of this.tabs.entries()) {
      tab.setAttribute('aria-selected', String(i === index));
      tab.tabIndex = i === index ? 0 : -1;
      const page = this.pages[i];
      if (page) page.hidden = i !== index;
    }
    this.opened[index]?.();
  }

  private walk(event: KeyboardEvent): void {
    const at = this.tabs.findIndex((tab) => tab.tabIndex === 0);
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: this.tabs.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const index = (to + this.tabs.length) % this.tabs.length;
    this.choose(index);
    this.tabs[index]?.focus();
  }
}
