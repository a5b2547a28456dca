/** A view with a name. `search` is what stands in the URL after the question mark. */
export type NamedView = { name: string; search: string; isBuiltIn: boolean };

const open = 'status=new,open,in-progress,pending,other';

/** What every analyst starts with. The first one opens when nothing else was chosen as the default. */
export const builtInViews: readonly NamedView[] = [
  { name: 'All open', search: open, isBuiltIn: true },
  { name: 'My open', search: `${open}&assignee=@me`, isBuiltIn: true },
  { name: 'Unassigned critical', search: `severity=critical&${open}&assignee=@none`, isBuiltIn: true },
  { name: 'New since yesterday', search: 'sort=-createdAt&created=-1d..', isBuiltIn: true },
  { name: 'Alerts to triage', search: 'status=new,open&kind=alert', isBuiltIn: true },
  {
    name: 'Closed last 7 days',
    search: 'sort=-closedAt&status=resolved,cancelled,closed,archived&closed=-7d..',
    isBuiltIn: true,
  },
];
