import MarkdownIt from 'markdown-it';

// No raw HTML, and no links made of bare addresses: those are often what is under investigation.
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true });

export function markdownToHtml(text: string): string {
  return markdown.render(text);
}
