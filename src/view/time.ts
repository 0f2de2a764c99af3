/** Virtual time: whole microseconds since the run began. Never wall time. */
export type Micros = number;

/** A process's number, unique in its world. For ZooKeeper servers it is the sid (myid). */
export type Pid = number;
