import type { Machine } from './model.ts';

/** For each machine the index of an event in its table; −1: the event is not its own. */
export type Claims = readonly number[];

/**
 * Which events a process's own machines claim, by type and port; worked out once for each. A spawned machine
 * takes the events of its connection alone, whatever their port.
 */
export class Routes {
  private readonly machines: readonly Machine[];
  private readonly known = new Map<string, Map<string, Claims>>();
  /** Of what comes through no port: timers, disks, inputs. */
  private readonly plain = new Map<string, Claims>();

  constructor(machines: readonly Machine[]) {
    this.machines = machines;
  }

  of(type: string, port: string): Claims {
    let ofPort = port === '' ? this.plain : this.known.get(port);
    if (ofPort === undefined) {
      ofPort = new Map();
      this.known.set(port, ofPort);
    }
    let claims = ofPort.get(type);
    if (claims === undefined) {
      claims = this.workedOut(type, port);
      ofPort.set(type, claims);
    }
    return claims;
  }

  private workedOut(type: string, port: string): Claims {
    const isOfPort = ({ ports }: Machine): boolean => ports?.includes(port) === true;
    const isNamed = port !== '' && this.machines.some(isOfPort);
    return this.machines.map((machine) => {
      const { table, ports, types } = machine;
      const isIts =
        port === '' ||
        isOfPort(machine) ||
        types?.includes(type) === true ||
        (ports === undefined && !isNamed);
      return isIts ? (table.eventIndices.get(type) ?? -1) : -1;
    });
  }
}
