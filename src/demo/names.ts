/** Where people work; the names usual there make the directory look like one. */
export interface Office {
  name: string;
  city: string;
  stateProvince: string;
  country: string;
  language: string;
  firstNames: readonly string[];
  lastNames: readonly string[];
}

const words = (text: string): string[] => text.split(",").map((word) => word.trim());

export const OFFICES: readonly Office[] = [
  {
    name: "Montréal – Sainte-Catherine",
    city: "Montréal",
    stateProvince: "Québec",
    country: "Canada",
    language: "fr",
    firstNames: words(
      "Amélie, Zoë, François, Geneviève, Étienne, Maxime, Océane, Raphaël, Léa, Jérôme, Anaïs, Benoît, Marie-Ève, Loïc, Chloé, Félix",
    ),
    lastNames: words(
      "Gagné, Tremblay, Côté, Bélanger, Lévesque, Pelletier, Gauthier, Bouchard, Lapointe, Désilets, Thériault, Beaulieu, Fortin, Hébert",
    ),
  },
  {
    name: "Dublin – Grand Canal",
    city: "Dublin",
    stateProvince: "Leinster",
    country: "Ireland",
    language: "en",
    firstNames: words(
      "Siobhán, Conor, Aoife, Niamh, Cillian, Róisín, Patrick, Emma, Liam, Ciara, Seán, Orla, Grace, Declan, Maeve, Oisín",
    ),
    lastNames: words(
      "O'Connor, Murphy, O'Brien, Byrne, Ryan, Kelly, Walsh, McCarthy, Doyle, Gallagher, Fitzgerald, Nolan, Ó Súilleabháin, Keane",
    ),
  },
  {
    name: "Madrid – Atocha",
    city: "Madrid",
    stateProvince: "Comunidad de Madrid",
    country: "Spain",
    language: "es",
    firstNames: words(
      "Lucía, Álvaro, Sofía, Martín, Inés, Jesús, María José, Íñigo, Begoña, Andrés, Núria, Ramón, Elena, Rubén, Carmen, Óscar",
    ),
    lastNames: words(
      "García, Muñoz, Fernández, López, Martínez, Peña, Ibáñez, Gutiérrez, Núñez, Vázquez, Díaz, Ortega, Jiménez, Castaño",
    ),
  },
  {
    name: "Kraków – Kazimierz",
    city: "Kraków",
    stateProvince: "Małopolskie",
    country: "Poland",
    language: "pl",
    firstNames: words(
      "Łukasz, Małgorzata, Paweł, Agnieszka, Michał, Żaneta, Grzegorz, Katarzyna, Stanisław, Zofia, Wojciech, Świętosława, Jakub, Hanna, Bartłomiej, Ewa",
    ),
    lastNames: words(
      "Wiśniewski, Kowalczyk, Zieliński, Dąbrowska, Szymański, Woźniak, Kozłowska, Jankowski, Mazur, Krawczyk, Piątek, Górski, Wróbel, Błaszczyk",
    ),
  },
  {
    name: "Hà Nội – Ba Đình",
    city: "Hà Nội",
    stateProvince: "",
    country: "Vietnam",
    language: "vi",
    firstNames: words(
      "Thị Hương, Văn Đức, Minh Tuấn, Thu Hà, Quốc Bảo, Ngọc Ánh, Đình Khôi, Lan Anh, Hoàng Long, Mỹ Linh, Thanh Sơn, Bích Ngọc, Gia Huy, Tường Vi",
    ),
    lastNames: words("Nguyễn, Trần, Lê, Phạm, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương"),
  },
  {
    name: "Singapore – Raffles Place",
    city: "Singapore",
    stateProvince: "",
    country: "Singapore",
    language: "en",
    firstNames: words(
      "Wei Ling, Jun Jie, Priya, Arjun, Siti Nurhaliza, Kai Xin, Rajesh, Mei Hui, Farid, Xiu Ying, Anand, Hui Min, Deepa, Zhi Hao, Aisyah, Kenji",
    ),
    lastNames: words(
      "Tan, Lim, Lee, Ng, Wong, Goh, Kumar, bin Ahmad, Krishnan, Teo, Chua, Ong, Nakamura, Iyer",
    ),
  },
  {
    name: "Göteborg – Lindholmen",
    city: "Göteborg",
    stateProvince: "Västra Götaland",
    country: "Sweden",
    language: "sv",
    firstNames: words(
      "Björn, Åsa, Søren, Ingrid, Jürgen, Märta, Håkan, Ulla-Britt, Günther, Pär, Freja, Göran, Renée, Ævar, Linnéa, Tove",
    ),
    lastNames: words(
      "Åkesson, Sjöberg, Lindström, Müller, Bergström, Jørgensen, Weiß, Öberg, Håkansson, Nyström, Þórsson, Björklund, Schröder, Ek",
    ),
  },
];

const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ł: "l",
  đ: "d",
  ø: "o",
  ß: "ss",
  æ: "ae",
  þ: "th",
};

/** A name as it stands in an address: lower case, ASCII. */
export function toAddressName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[łđøßæþ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/[^a-z-]/g, "");
}
