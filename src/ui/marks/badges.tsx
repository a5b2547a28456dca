import type { ReactNode } from 'react';
import classes from './badges.module.css';

/** The vendor's short word, or the connection's name where two connections share a vendor. Grey: there is no hue to learn. */
export function VendorBadge({ name, title }: { name: string; title?: string }) {
  return (
    <span className={classes['vendor']} {...(title === undefined ? {} : { title })}>
      {name}
    </span>
  );
}

export function CountPill({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <span className={classes['count']} {...(label === undefined ? {} : { title: label })}>
      {children}
    </span>
  );
}
