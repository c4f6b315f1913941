/**
 * What is no part of an article's telling by what it declares (its name, role, attributes): navigation, asides, comments,
 * code, fields, hidden and editable text. What its site calls it is weighed in `box-weighing.ts`, its style in `flow.ts`.
 */

/** Elements that flow with the words around them unless a style says otherwise. */
export const INLINE =
  'a,abbr,b,bdi,bdo,big,cite,data,del,dfn,em,font,i,ins,mark,q,s,small,span,strong,sub,sup,time,tt,u,var';

const NAMES = new Set(
  `nav,aside,button,label,legend,input,select,textarea,datalist,output,progress,meter,dialog,menu,template,script,style,\
noscript,iframe,object,embed,video,audio,canvas,svg,math,pre,code,kbd,samp,rt,rp,amp-ad,amp-auto-ads,amp-consent,\
amp-embed,amp-lightbox,amp-list,amp-sidebar,amp-social-share,amp-sticky-ad,amp-user-notification`.split(','),
);

const ROLES = new Set(
  `navigation,complementary,contentinfo,banner,search,dialog,alertdialog,alert,status,menu,menubar,toolbar,tablist,\
tooltip,textbox,searchbox,button,timer,marquee,note,doc-endnotes,doc-toc`.split(','),
);

const BY_ATTRIBUTE = [
  '[hidden],[inert],[contenteditable]:not([contenteditable=false])',
  // A drop cap is hidden from assistive technology only; a box is hidden for good.
  `[aria-hidden=true]:not(${INLINE})`,
  '[class*=sr-only i],[class*=screen-reader i],[class*=visually-hidden i],[class*=visuallyhidden i]',
  '[itemprop~=comment],[itemprop~=commentText],[itemtype$="schema.org/Comment"],article.comment,article.comment-body',
  // A link around a heading and more is the card of another page.
  'a[href]:has(:is(h2,h3,h4,h5)+*)',
  '[data-ad],[data-ad-slot],[data-ad-unit],[data-google-query-id],ins.adsbygoogle',
].join();

/** Whether an element and all in it is left out, by what it declares. Asks for no style. */
export function isLeftOut(element: Element): boolean {
  if (element instanceof HTMLFormElement) return false;
  const name = element.localName;
  if (NAMES.has(name)) return true;
  // The words of a block quotation's source stand in its footer.
  if (name === 'footer') return element.closest('blockquote') === null;
  if (name === 'details' && !element.hasAttribute('open')) return true;
  if (!element.hasAttributes()) return false;
  const role = element.getAttribute('role');
  return (role !== null && ROLES.has(role)) || element.matches(BY_ATTRIBUTE);
}
