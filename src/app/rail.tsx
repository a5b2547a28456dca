import { type LucideIcon, Settings } from 'lucide-react';
import { NavLink, useLocation } from 'react-router';
import classes from './rail.module.css';
import { SettingsMenu } from './settings-menu.tsx';

export type RailItem = {
  to: string;
  label: string;
  icon: LucideIcon;
  /** Where one is still there: a case belongs to its queue. */
  within?: string;
  /** What needs somebody there, in words: '1 connection is signed out'. null: nothing. */
  attention: string | null;
};

function isWithin(pathname: string, within: string | undefined): boolean {
  return within !== undefined && pathname.startsWith(within);
}

/** Where one can go: at the left edge, or at the bottom of a narrow screen. Only what exists has an entry. */
export function Rail({ items, onHelp }: { items: readonly RailItem[]; onHelp: () => void }) {
  const { pathname } = useLocation();
  return (
    <nav className={classes['rail']} aria-label="Main">
      <img
        className={classes['mark']}
        src={`${import.meta.env.BASE_URL}icon.svg`}
        width="24"
        height="24"
        alt=""
      />
      {items.map(({ to, label, icon: Icon, attention, within }) => (
        <NavLink
          key={to}
          to={to}
          className={({ isActive }) =>
            `${classes['item']} ${isActive || isWithin(pathname, within) ? classes['current'] : ''}`
          }
          {...(attention === null ? {} : { title: attention })}
        >
          <Icon size={20} strokeWidth={1.75} aria-hidden />
          <span>{label}</span>
          {attention === null ? null : (
            <span className={classes['attention']} role="img" aria-label={attention} />
          )}
        </NavLink>
      ))}
      <SettingsMenu className={`${classes['item']} ${classes['settings']}`} onHelp={onHelp}>
        <Settings size={20} strokeWidth={1.75} aria-hidden />
        <span>Settings</span>
      </SettingsMenu>
    </nav>
  );
}
