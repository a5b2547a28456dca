import { Button } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import classes from './console-link.module.css';

/** The record in the vendor's own console. Anything but https is no link at all. */
export function ConsoleLink({ url, vendorName }: { url: string | null; vendorName: string }) {
  if (url === null || !URL.canParse(url) || new URL(url).protocol !== 'https:') return null;
  return (
    <Button
      component="a"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      className={classes['link'] ?? ''}
      leftSection={<ExternalLink size={14} aria-hidden />}
    >
      Open in {vendorName}
    </Button>
  );
}
