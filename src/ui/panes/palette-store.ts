import { createSpotlight, useSpotlight } from '@mantine/spotlight';

export const [paletteStore, paletteActions] = createSpotlight();

export function openPalette(): void {
  paletteActions.open();
}

export function useIsPaletteOpen(): boolean {
  return useSpotlight(paletteStore).opened;
}
