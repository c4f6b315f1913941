/**
 * The trees that a page is made of: its document, and the open shadow roots that components keep their content in. Such
 * roots cannot be asked for; whoever looks for them has to look at elements one by one. So they are looked for once a
 * reading, and only when the document itself does not hold enough.
 */

/** The usual elements that can have no shadow root are not looked at. */
const HOSTS =
  ':not(a,b,br,button,em,i,iframe,img,input,label,li,link,meta,ol,option,path,script,strong,style,svg,table,td,tr,ul)';
/** Elements looked at, at most. */
const MOST = 5000;

export class Trees {
  #roots: ShadowRoot[] | null = null;

  constructor(readonly page: Document) {}

  /** The open shadow roots, those inside others too. */
  get roots(): readonly ShadowRoot[] {
    return (this.#roots ??= rootsIn(this.page));
  }

  /** Those of them that are known without looking. */
  get known(): readonly ShadowRoot[] {
    return this.#roots ?? [];
  }
}

function rootsIn(page: Document): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  const trees: ParentNode[] = [page];
  let looked = 0;
  for (const tree of trees) {
    for (const element of tree.querySelectorAll(HOSTS)) {
      if (++looked > MOST) return roots;
      const root = rootOf(element);
      if (root === null) continue;
      roots.push(root);
      trees.push(root);
    }
  }
  return roots;
}

/** The open shadow root of an element. */
export function rootOf(element: Element): ShadowRoot | null {
  const { shadowRoot } = element;
  // A form gives its field of that name.
  return shadowRoot instanceof ShadowRoot ? shadowRoot : null;
}
