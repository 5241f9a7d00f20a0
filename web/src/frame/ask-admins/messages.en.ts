/** Words about whom to ask for what only admins may do. */
export const en = {
  askOne: "Ask {first}.",
  askTwo: "Ask {first} or {second}.",
  askMore: "Ask {first}, {second} or another admin.",
} as const;
