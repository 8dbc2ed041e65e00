import Methods
import WorkbenchKit

/// The publications that groups and distances come from, for `why`.
enum ClusteringSources {
  static let gower = Source(
    id: "gower-1971", title: "Gower: A general coefficient of similarity and some of its properties",
    publisher: "Biometrics 27", date: "1971")
  static let silhouettes = Source(
    id: "rousseeuw-1987",
    title: "Rousseeuw: Silhouettes: a graphical aid to the interpretation and validation of cluster analysis",
    publisher: "Journal of Computational and Applied Mathematics 20", date: "1987")
  static let medoids = Source(
    id: "kaufman-rousseeuw-1990", title: "Kaufman & Rousseeuw: Finding groups in data", publisher: "Wiley",
    date: "1990", place: "chapters 2 and 3")
  static let fastMedoids = Source(
    id: "schubert-rousseeuw-2021",
    title: "Schubert & Rousseeuw: Fast and eager k-medoids clustering", publisher: "Information Systems 101",
    date: "2021")
  static let modes = Source(
    id: "huang-1998",
    title: "Huang: Extensions to the k-means algorithm for clustering large data sets with categorical values",
    publisher: "Data Mining and Knowledge Discovery 2", date: "1998")
  static let modeStart = Source(
    id: "cao-2009", title: "Cao, Liang & Bai: A new initialization method for categorical data clustering",
    publisher: "Expert Systems with Applications 36", date: "2009")
  static let averageLinkage = Source(
    id: "sokal-michener-1958", title: "Sokal & Michener: A statistical method for evaluating systematic relationships",
    publisher: "University of Kansas Science Bulletin 38", date: "1958")
  static let latentClasses = Source(
    id: "goodman-1974",
    title: "Goodman: Exploratory latent structure analysis using both identifiable and unidentifiable models",
    publisher: "Biometrika 61", date: "1974")
  static let bic = Source(
    id: "schwarz-1978", title: "Schwarz: Estimating the dimension of a model", publisher: "Annals of Statistics 6",
    date: "1978")
  static let stability = Source(
    id: "hennig-2007", title: "Hennig: Cluster-wise assessment of cluster stability",
    publisher: "Computational Statistics & Data Analysis 52", date: "2007")

  static func of(_ method: ClusterMethod, stability isStability: Bool) -> [Source] {
    let own: [Source] =
      switch method {
      case .pam: [medoids, fastMedoids]
      case .clara: [medoids]
      case .kmodes: [modes, modeStart]
      case .average: [averageLinkage]
      case .lca: [latentClasses, bic]
      }
    return [gower] + own + [silhouettes] + (isStability ? [stability] : [])
  }
}
