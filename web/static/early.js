/*! Licences of bundled packages: app.LICENSES.txt */
"use strict";(()=>{var o="entente:theme";function t(e){e?document.documentElement.dataset.theme=e:delete document.documentElement.dataset.theme}function n(){try{return localStorage.getItem(o)??""}catch{return""}}t(n());})();
