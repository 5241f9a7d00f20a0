/** The properties that every workspace starts with (domain rules, section 11), in the order they are shown. */
export const DEFAULT_PROPERTIES = [
  { key: "department", label: "Department", type: "text" },
  { key: "company", label: "Company", type: "text" },
  { key: "division", label: "Division", type: "text" },
  { key: "costCenter", label: "Cost center", type: "text" },
  { key: "employeeType", label: "Employee type", type: "text" },
  { key: "workLocation", label: "Work location", type: "text" },
  { key: "city", label: "City", type: "text" },
  { key: "stateProvince", label: "State/Province", type: "text" },
  { key: "country", label: "Country", type: "text" },
  { key: "hireDate", label: "Hire date", type: "date" },
  { key: "terminationDate", label: "Termination date", type: "date" },
] as const;
