/// Marriages between families of Florence in the fifteenth century (Padgett and Ansell 1993), without the family that married none.
enum Florentines {
    /// Each line a node and its neighbours of a later name.
    static let edges = """
        Acciaiuoli: Medici
        Albizzi: Ginori Guadagni Medici
        Barbadori: Castellani Medici
        Bischeri: Guadagni Peruzzi Strozzi
        Castellani: Peruzzi Strozzi
        Guadagni: Lamberteschi Tornabuoni
        Medici: Ridolfi Salviati Tornabuoni
        Pazzi: Salviati
        Peruzzi: Strozzi
        Ridolfi: Strozzi Tornabuoni
        """

    /// Node, betweenness, harmonic closeness, PageRank, core, clustering.
    /// Calculated by igraph 1.0, the first two also by networkx 3.6.
    static let figures = """
        Acciaiuoli 0 0.422619047619 0.03065743737465 1 0
        Albizzi 19.33333333333 0.5595238095238 0.07912225286377 2 0
        Barbadori 8.5 0.5059523809524 0.05030098711251 2 0
        Bischeri 9.5 0.5142857142857 0.06886179561365 2 0.3333333333333
        Castellani 5 0.4940476190476 0.06933017554537 2 0.3333333333333
        Ginori 0 0.3809523809524 0.03241797164474 1 0
        Guadagni 23.16666666667 0.577380952381 0.09839783336985 2 0
        Lamberteschi 0 0.3833333333333 0.03090953959109 1 0
        Medici 47.5 0.6785714285714 0.1458172049976 2 0.06666666666667
        Pazzi 0 0.3404761904762 0.0360538722258 1 0
        Peruzzi 2 0.4845238095238 0.06787531001372 2 0.6666666666667
        Ridolfi 10.33333333333 0.5714285714286 0.06957426654214 2 0.3333333333333
        Salviati 13 0.4702380952381 0.06130322876658 1 0
        Strozzi 9.333333333333 0.5595238095238 0.08809843851922 2 0.3333333333333
        Tornabuoni 8.333333333333 0.5595238095238 0.07127968581935 2 0.3333333333333
        """

    static let articulationPoints = "Albizzi Guadagni Medici Salviati"
    static let bridges = "Acciaiuoli-Medici Albizzi-Ginori Guadagni-Lamberteschi Medici-Salviati Pazzi-Salviati"
    static let transitivity = 0.19148936170212766
    static let average = 0.21818181818181817
    /// The best that igraph's Leiden found in 30 runs of 20 rounds.
    static let modularity = 0.39874999999999994
}
