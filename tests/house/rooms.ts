/**
 * The rooms of the tree and what each may import besides itself. Lower rooms
 * know nothing of higher ones.
 *
 * @module
 */

/** What flows see of the outside: the ports, never an adapter. */
const PORTS = [
  "lib/delivery/delivery.ts",
  "lib/directory/directory.ts",
];

/** A room's allowed imports: rooms, or single files of a room. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "main.ts": [
    "fresh.gen.ts",
    "lib/app.ts",
    "lib/config.ts",
    "lib/fresh",
    "lib/serve.ts",
    "routes/register/index.tsx",
  ],
  "fresh.gen.ts": ["islands", "lib/fresh", "routes"],
  routes: [
    "components",
    "islands",
    "lib/domain",
    "lib/flows",
    "lib/fresh",
    "lib/i18n",
    "lib/web",
  ],
  islands: ["components", "lib/browser", "lib/domain", "lib/fresh/runtime.ts"],
  components: ["lib/domain", "lib/fresh/runtime.ts", "lib/i18n"],
  "lib/app.ts": ["lib"],
  "lib/dev.ts": ["fresh.gen.ts", "lib"],
  "lib/serve.ts": ["lib"],
  "lib/background.ts": [],
  "lib/log.ts": ["lib/flows"],
  "lib/config.ts": ["lib/config", "lib/crypto", "lib/delivery", "lib/domain"],
  "lib/config": ["lib/crypto", "lib/delivery", "lib/domain"],
  "lib/cli": [
    "lib/config.ts",
    "lib/crypto",
    "lib/directory",
    "lib/domain",
    "lib/flows",
    "lib/log.ts",
    "lib/store",
  ],
  "lib/web": ["lib/crypto", "lib/domain", "lib/flows", "lib/fresh", "lib/i18n"],
  "lib/flows/admin": [
    ...PORTS,
    "lib/crypto",
    "lib/domain",
    "lib/flows",
    "lib/i18n",
    "lib/store",
  ],
  "lib/flows": [
    ...PORTS,
    "lib/crypto",
    "lib/domain",
    "lib/i18n",
    "lib/store",
  ],
  "lib/store": ["lib/domain"],
  "lib/directory": ["lib/domain"],
  "lib/delivery": ["lib/domain"],
  "lib/browser": ["lib/domain"],
  "lib/crypto": [],
  "lib/domain": [],
  "lib/fresh": [],
  "lib/i18n": [],
};

/** Types alone may also come from these: they leave no trace in what runs. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  islands: ["lib/i18n"],
};

/** Rooms whose files do not import each other. */
const APART = ["routes"];

/** One import of a file of ours. */
export interface Import {
  /** The file that imports, from the root of the repository. */
  from: string;
  /** The file that is imported, from the root of the repository. */
  to: string;
  /** Whether it is gone once types are erased. */
  types: boolean;
}

/** The room of a file, the most particular one; `null` outside of all rooms. */
export function roomOf(path: string): string | null {
  const rooms = Object.keys(ALLOWED).filter((room) => isIn(path, room));
  return rooms.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Whether the import goes downwards. Files outside of all rooms (tests) import anything. */
export function mayImport({ from, to, types }: Import): boolean {
  const room = roomOf(from);
  if (room === null) return true;
  if (roomOf(to) === room) return !APART.includes(room);
  const allowed = [...ALLOWED[room] ?? [], ...types ? TYPES[room] ?? [] : []];
  return allowed.some((target) => isIn(to, target));
}

function isIn(path: string, room: string): boolean {
  return path === room || path.startsWith(`${room}/`);
}
