import { http } from 'msw';
import type { Simulator, SimulatorOptions } from '../../simulator.ts';
import { accessHandlers } from './access.ts';
import { alertHandlers } from './alert-handlers.ts';
import { notFound } from './answers.ts';
import { contextHandlers } from './context-handlers.ts';
import { clientId, clientPassword, createGtaState, type GtaState } from './state.ts';

/** Cisco Global Threat Alerts. One origin stands for its three hosts. */
export function createGtaSimulator(options: SimulatorOptions): Simulator & { service: GtaState } {
  const service = createGtaState(options);
  return {
    vendor: 'gta',
    handlers: [
      ...accessHandlers(options.origin, service),
      ...alertHandlers(options.origin, service),
      ...contextHandlers(options.origin, service),
      // Names of before 2022 (`/state`, `threat-occurrences`, `/sightings`) are gone like any other.
      http.all(`${options.origin}/*`, () => notFound('no such resource')),
    ],
    connection: {
      id: 'gta',
      vendor: 'gta',
      name: 'GTA',
      settings: {
        tokenOrigin: options.origin,
        apiOrigin: options.origin,
        appOrigin: options.origin,
        clientId,
      },
      secrets: { clientPassword },
    },
    count: () => {
      service.settle();
      return service.records.alerts.length;
    },
    dump: () => service.records.alerts,
    service,
  };
}
