/**
 * What a person may hand in, and how much of it: a file, a link, a paste, an argument, a line at a
 * console. Every door asks here. `docs/limits.md` says why each is what it is; a test keeps both equal.
 */
export const LIMITS = {
  /** Bytes of a scenario file or a recording; nothing longer is parsed. */
  scenarioBytes: 5_000_000,
  /** Bytes that the run in a link may unpack to. */
  linkBytes: 1_000_000,
  /** Bytes of a file of zkCli commands. */
  scriptBytes: 20_000_000,
  /** Bytes of all logs and snapshots that are opened together, as they are once unpacked. */
  fileBytes: 80_000_000,
  /** Bytes of one on a disk, with the zeros behind a log, which count for nothing. */
  storedBytes: 10_000_000_000,
  /** Transactions and nodes in them. */
  fileRecords: 120_000,
  /** Logs and snapshots that are opened together. */
  filesAtOnce: 100,
  /** Lines of servers' own logs, of all files together, and characters of one that are looked at. */
  logLines: 1_000_000,
  logLineCharacters: 4000,
  /** Events that are told of them, and servers. */
  logEvents: 100_000,
  logServers: 25,
  /** Characters of a `zoo.cfg`. */
  cfgCharacters: 50_000,
  /** Characters of a line at a console, and lines of a paste there. */
  lineCharacters: 10_000,
  pastedLines: 1000,
  /** Bytes of a tree of znodes as text. */
  treeTextBytes: 20_000_000,
  /** Levels of `[` and `{` in a JSON document. */
  jsonDepth: 64,
  /** Characters of a text that a message repeats. */
  shownText: 60,
  /** Characters of a place in a file that a message names. */
  shownPath: 200,
  /** Characters of a whole message. */
  shownMessage: 900,
  /** Mistakes that are named at once. */
  problems: 50,
  /** Items of any list in a scenario that has no limit of its own, and fields of any object. */
  listItems: 10_000,
  /** Processes or links that one deed names. */
  namedAtOnce: 1000,
  /** Conditions that one consists of, itself included, and those of all in a scenario. */
  conditionParts: 100,
  conditions: 10_000,
  /** Values in a scenario up to which all mistakes of form are looked for, and not the first alone. */
  valuesCheckedWhole: 50_000,
  /** Of an option `--seed`: the largest whole number that is exact. */
  seed: Number.MAX_SAFE_INTEGER,
  /** Of an option that counts runs, or steps of a path. */
  runs: 100_000_000,
  /** Runs of each policy of which `sim times` keeps the outcome. */
  studyRuns: 1_000_000,
  /** ms of virtual time that an option may name; a scenario may name as many. */
  virtualMs: 1_000_000_000_000,
  /** Steps of a run that nobody watches. */
  runSteps: 1_000_000,
  /** ms of virtual time, and steps, within which the script of a run has to begin. */
  beginMs: 600_000,
  beginSteps: 8000,
  /** Steps of what is played to come to a step of a script. */
  scriptSteps: 15_000,
  /** Steps of one search, or beyond the end of what is known of a run. */
  soughtSteps: 400_000,
  /** Steps on the way to a deed of which a file says the time alone. */
  placedSteps: 100_000,
  /** Facts that such a run keeps for its trace. */
  runFacts: 150_000,
  /** ms of virtual time that a recording may sleep, in all. */
  recordingMs: 3_600_000,
  /** Commands, steps, states of a recording: items of any of its lists. */
  recordingItems: 2000,
  /** Bytes, roughly, of the checkpoints of a run from which any moment of its past is computed. */
  historyBytes: 64_000_000,
  /** Marks on the timeline of a branch. */
  historyMarks: 5000,
  /** Steps of a person's program, and programs of one set-up. */
  recipeSteps: 200,
  recipePrograms: 20,
  /** Variables of a program, characters of a text that it makes, and names of a list in it. */
  recipeVariables: 50,
  recipeText: 1000,
  recipeNames: 1000,
  /** Servers of a recording, and of what `sim zkcli` types to; a random run has as many as a scenario. */
  servers: 25,
  /** Ballots, and values, of an exhaustive search. */
  exploredBallots: 30,
  /** Characters of its title, and steps of a lesson. */
  titleCharacters: 500,
  lessonSteps: 1000,
  /** Servers of a scenario; of a comparison of sizes as well. */
  shownServers: 11,
  /** Clients of a ZooKeeper scenario, those included that are kept for later, and lines that one types. */
  clients: 24,
  clientLines: 100,
  /** Clients of a scenario of recipes. */
  recipeClients: 100,
  /** Proposers, acceptors and learners of a scenario of Paxos. */
  paxosProcesses: 16,
  /** Nodes of a scenario's tree, and characters of a path in it. */
  treeNodes: 110_000,
  treePath: 4000,
  /** Nodes that a run takes from a tree that was opened. */
  openedNodes: 20_000,
  /** Characters of the notation of a log with which a server begins. */
  logCharacters: 100_000,
  /** Acceptors of an exhaustive search of Paxos. */
  exploredAcceptors: 9,
  /** Of one of ZAB: servers, deeds of each kind, situations. */
  exploredServers: 5,
  exploredDeeds: 20,
  exploredStates: 10_000_000,
  /** Servers of a store of CAP, and the groups and members of one of its cuts. */
  capServers: 9,
  /** Requests of its workload. */
  capRequests: 100,
} as const;
