/// The currencies of ISO 4217 that somebody can pay with: no precious metals, funds, test codes or “no currency”.
package enum Currency {
    package static let codes = Set(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP
        CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD
        JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
        NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL
        THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension Money {
    /// What is wrong with an amount that somebody gives or may spend: below zero, or in a currency that nobody has. For new amounts only; what the
    /// log holds is not judged again.
    package var unpayable: [Problem] {
        var problems: [Problem] = []
        if cents < 0 {
            problems.append(
                Problem(
                    "money.negative", at: ["amount"],
                    Text("Een bedrag is hier niet kleiner dan 0.", "An amount is not below 0 here."),
                    mend: Text(
                        "Laat het minteken weg, of wissel gever en ontvanger om.",
                        "Leave the minus sign out, or swap who gives and who gets.")))
        }
        if !Currency.codes.contains(currency) {
            problems.append(
                Problem(
                    "money.currency", at: ["currency"],
                    Text("“\(currency)” is geen munteenheid.", "“\(currency)” is not a currency."),
                    mend: Text("Gebruik een code van ISO 4217, zoals EUR.", "Use a code of ISO 4217, such as EUR.")))
        }
        return problems
    }
}
