import type { Picture } from "./picture.ts";

export const pictures: Picture[] = [
  { name: "start", path: "/", data: "empty", languages: ["en", "fr"], widths: [1440, 360] },
];
