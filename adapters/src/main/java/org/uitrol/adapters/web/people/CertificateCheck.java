package org.uitrol.adapters.web.people;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uitrol.adapters.web.shared.Certificate;
import org.uitrol.adapters.web.shared.Certificates;
import org.uitrol.adapters.web.shared.Names;

/** Lets a manager check a certificate by its code. */
@Controller
class CertificateCheck {

  private final Certificates certificates;
  private final Names names;

  CertificateCheck(Certificates certificates, Names names) {
    this.certificates = certificates;
    this.names = names;
  }

  @GetMapping("/certificates")
  String check(@RequestParam(defaultValue = "") String code, Model model) {
    model.addAttribute("code", code);
    model.addAttribute("verdict", null);
    if (!code.isBlank()) {
      Certificates.Checked checked = certificates.check(code);
      model.addAttribute("verdict", checked.verdict());
      Certificate certificate = checked.certificate().orElse(null);
      model.addAttribute("certificate", certificate);
      model.addAttribute("name", certificate == null ? "" : names.person(certificate.person()));
    }
    return "people/certificates";
  }
}
