interface Department {
  name: string;
  teams: readonly string[];
  titles: readonly string[];
}

interface Division {
  name: string;
  head: string;
  departments: readonly Department[];
}

/** The made-up company: 5 divisions, 11 departments, 27 teams. */
export const DIVISIONS: readonly Division[] = [
  {
    name: "Product & Technology",
    head: "Chief Technology Officer",
    departments: [
      {
        name: "Engineering",
        teams: ["Platform", "Web", "Mobile", "Payments"],
        titles: ["Software Engineer", "Site Reliability Engineer", "Quality Analyst", "Developer"],
      },
      {
        name: "Data",
        teams: ["Analytics", "Data Platform"],
        titles: ["Data Analyst", "Data Engineer", "Statistician"],
      },
      {
        name: "Design & Research",
        teams: ["Product Design", "User Research"],
        titles: ["Product Designer", "User Researcher", "Content Designer"],
      },
    ],
  },
  {
    name: "Revenue",
    head: "Chief Revenue Officer",
    departments: [
      {
        name: "Sales",
        teams: ["Sales – Americas", "Sales – Europe", "Sales – Asia-Pacific"],
        titles: ["Account Executive", "Sales Engineer", "Sales Development Representative"],
      },
      {
        name: "Marketing",
        teams: ["Brand", "Growth", "Events"],
        titles: ["Marketing Specialist", "Copywriter", "Campaign Planner"],
      },
    ],
  },
  {
    name: "Customer Experience",
    head: "Chief Customer Officer",
    departments: [
      {
        name: "Support",
        teams: ["Support – Montréal", "Support – Kraków", "Support – Singapore"],
        titles: ["Support Specialist", "Support Engineer", "Knowledge Writer"],
      },
      {
        name: "Customer Success",
        teams: ["Onboarding", "Account Care"],
        titles: ["Customer Success Partner", "Implementation Consultant"],
      },
    ],
  },
  {
    name: "Operations",
    head: "Chief Operating Officer",
    departments: [
      {
        name: "Finance",
        teams: ["Accounting", "Payroll", "Procurement"],
        titles: ["Accountant", "Payroll Specialist", "Buyer", "Controller"],
      },
      {
        name: "Workplace & IT",
        teams: ["Workplace", "IT Helpdesk"],
        titles: ["Workplace Coordinator", "System Administrator", "Helpdesk Technician"],
      },
    ],
  },
  {
    name: "People & Legal",
    head: "Chief People Officer",
    departments: [
      {
        name: "People",
        teams: ["Talent Acquisition", "Learning"],
        titles: ["Recruiter", "People Partner", "Trainer"],
      },
      {
        name: "Legal",
        teams: ["Contracts & Compliance"],
        titles: ["Counsel", "Paralegal", "Compliance Analyst"],
      },
    ],
  },
];
